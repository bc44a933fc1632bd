package io.tradewind.app.config;

import java.util.List;
import java.util.Optional;

/** What a run on ticks can't be together with. */
final class TickChecks {
  private static final String ONE = "a run on ticks (ticks.source, --ticks) is of one strategy";

  /** What spread and size cost the book shows. */
  static final List<Setting<?>> COSTS =
      List.of(
          Catalogue.SLIPPAGE_BPS,
          Catalogue.SPREAD_BPS,
          Catalogue.IMPACT_BPS,
          Catalogue.VOLUME_SHARE);

  private final Settings settings;
  private final List<ConfigError> errors;

  private TickChecks(Settings settings, List<ConfigError> errors) {
    this.settings = settings;
    this.errors = errors;
  }

  static void check(Settings settings, List<ConfigError> errors) {
    if (!settings.find(TickCatalogue.SOURCE).orElse(List.of()).isEmpty()) {
      new TickChecks(settings, errors).check();
    }
  }

  private void check() {
    if (settings.find(Catalogue.STRATEGY).orElse("").contains(",")) {
      refuse(Catalogue.STRATEGY, ONE);
    }
    refuseIfGiven(AllocationCatalogue.RIVALS, ONE + ", so there is nobody to be a challenger of");
    refuseIfGiven(AllocationCatalogue.SHARES, ONE + ", which has the whole capital");
    refuseIfGiven(HedgeCatalogue.WITH, "can't be together with ticks.source (--ticks) yet");
    refuseIfGiven(
        Catalogue.CANDLES,
        "can't stand beside ticks.source (--ticks), whose candles are made of the trades");
    for (Setting<?> cost : COSTS) {
      if (settings.value(cost).origin() instanceof Origin.Flag) {
        refuse(
            cost,
            "has no place in a run on ticks (--ticks): what a fill costs the recorded book shows");
      }
    }
    checkGrace();
  }

  private void checkGrace() {
    long graceNs = ChosenTicks.graceNs(settings);
    boolean given = settings.find(TickCatalogue.GRACE).isPresent();
    Setting<Long> cause = given ? TickCatalogue.GRACE : TickCatalogue.FEED_LATENCY;
    if (graceNs >= settings.get(Catalogue.INTERVAL).durationNs()) {
      String interval = settings.value(Catalogue.INTERVAL).text().orElseThrow();
      refuse(cause, "must be less than trading.interval, which is " + interval);
    }
    if (graceNs < settings.find(TickCatalogue.FEED_LATENCY).orElse(0L)) {
      String latency = settings.value(TickCatalogue.FEED_LATENCY).text().orElseThrow();
      refuse(cause, "must be at least ticks.feed-latency, which is " + latency);
    }
  }

  private void refuseIfGiven(Setting<?> setting, String rule) {
    if (isGiven(setting)) {
      refuse(setting, rule);
    }
  }

  private boolean isGiven(Setting<?> setting) {
    Settings.Value value = settings.value(setting);
    return !(value.origin() instanceof Origin.Default) && !value.text().equals(Optional.of("none"));
  }

  private void refuse(Setting<?> setting, String rule) {
    Settings.Value value = settings.value(setting);
    errors.add(new ConfigError(setting.path(), value.text(), value.origin(), rule));
  }
}
