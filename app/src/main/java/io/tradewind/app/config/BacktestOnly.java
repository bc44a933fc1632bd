package io.tradewind.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings that change what is traded in a backtest and that a session does not know yet: passed
 * over in silence they would make it another thing than the backtest that proved it.
 */
public final class BacktestOnly {
  private static final Map<Setting<?>, String> WHY =
      Map.of(
          Catalogue.SIGNALS, "a file of signals is of the past",
          HedgeCatalogue.WITH, "a session is not hedged yet",
          AllocationCatalogue.RIVALS, "challengers are traded in backtests alone");

  private BacktestOnly() {}

  /** What was given of them, each with where and the way out. */
  public static List<String> given(Settings settings) {
    Map<String, String> told = new TreeMap<>();
    WHY.forEach((setting, why) -> {
      Settings.Value value = settings.value(setting);
      value
          .text()
          .ifPresent(text ->
              told.put(
                  setting.path(),
                  "%s: %s (%s) is for backtests, %s; take it out for paper and live"
                      .formatted(setting.path(), text, value.origin().text(), why)));
    });
    return new ArrayList<>(told.values());
  }
}
