package io.tradewind.app.config;

import io.tradewind.core.allocation.AllocationRule;
import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.allocation.Allocator;
import io.tradewind.core.allocation.RivalrySettings;
import java.util.List;

/** Makes of settings how capital is shared, and how challengers are judged. */
final class ChosenAllocation {
  private ChosenAllocation() {}

  static Configuration.Allocation of(Settings given) {
    String rule = given.get(AllocationCatalogue.RULE);
    return new Configuration.Allocation(
        given.find(AllocationCatalogue.SHARES).orElse(List.of()),
        rule,
        settings(given),
        given.get(AllocationCatalogue.SEED),
        Effect.of(given, Catalogue.section("allocation"), setting -> holds(setting, rule)));
  }

  private static boolean holds(Setting<?> setting, String rule) {
    boolean isBandits =
        setting == AllocationCatalogue.SEED || setting.path().startsWith("allocation.bandit.");
    return setting == AllocationCatalogue.SHARES
        || (!rule.equals("none") && (!isBandits || rule.equals("bandit")));
  }

  private static AllocationSettings settings(Settings given) {
    return new AllocationSettings(
        new AllocationRule.Bandit(
            Math.toIntExact(given.get(AllocationCatalogue.DRAWS)),
            given.get(AllocationCatalogue.PRIOR),
            given.get(AllocationCatalogue.EXPLORATION)),
        given.get(AllocationCatalogue.INTERVAL),
        Math.toIntExact(given.get(AllocationCatalogue.WINDOW)),
        Math.toIntExact(given.get(AllocationCatalogue.WARM_UP)),
        Math.toIntExact(given.get(AllocationCatalogue.WARM_UP_TRADES)),
        millionths(given.get(AllocationCatalogue.FLOOR)),
        millionths(given.get(AllocationCatalogue.CAP)),
        millionths(given.get(AllocationCatalogue.MAX_SHIFT)),
        millionths(given.get(AllocationCatalogue.MIN_SHIFT)),
        given.get(AllocationCatalogue.MAX_DRAWDOWN));
  }

  private static long millionths(double ratio) {
    return Math.round(ratio * Allocator.WHOLE_PPM);
  }

  static Configuration.Rivals rivals(Settings given) {
    List<String> names = given.find(AllocationCatalogue.RIVALS).orElse(List.of());
    return new Configuration.Rivals(
        names,
        new RivalrySettings(
            Math.toIntExact(given.get(AllocationCatalogue.RIVAL_DAYS)),
            given.get(AllocationCatalogue.RIVAL_CONFIDENCE),
            given.get(AllocationCatalogue.RIVAL_BLOCK),
            Math.toIntExact(given.get(AllocationCatalogue.RIVAL_DRAWS)),
            given.get(AllocationCatalogue.RIVAL_SEED)),
        Effect.of(given, Catalogue.section("rivals"), setting -> !names.isEmpty()));
  }
}
