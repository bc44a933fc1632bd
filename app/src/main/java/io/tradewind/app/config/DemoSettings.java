package io.tradewind.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the demo trades, as settings like any other, so that its session is described and can be
 * played again like any other: its own strategy on its own candles, spot, at a simulated exchange.
 */
final class DemoSettings {
  private static final String NAME = "demo";
  private static final Set<Setting<?>> KEPT =
      Set.of(Catalogue.VENUE, Catalogue.CAPITAL, Catalogue.WARM_UP);

  /** Sections of which nothing is for the demo. */
  private static final Set<String> APART =
      Set.of("trading", "allocation", "rivals", "hedge", "data", "ticks");

  private DemoSettings() {}

  /** Of all that was given. */
  static Settings of(Settings given, List<String> symbols) {
    Map<String, Settings.Value> values = new LinkedHashMap<>();
    for (Setting<?> setting : Catalogue.ALL) {
      boolean isKept = KEPT.contains(setting) || !APART.contains(setting.section());
      values.put(setting.path(), isKept ? given.value(setting) : Settings.Value.ofDefault(setting));
    }
    take(values, Catalogue.STRATEGY, given.value(Catalogue.DEMO_STRATEGY));
    take(values, Catalogue.INTERVAL, given.value(Catalogue.DEMO_INTERVAL));
    say(values, Catalogue.SYMBOLS, String.join(",", symbols));
    String parameters =
        Configuration.demo(given).parameters().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(","));
    if (!parameters.isEmpty()) {
      say(values, Catalogue.PARAMETERS, parameters);
    }
    return new Settings(values);
  }

  private static void say(Map<String, Settings.Value> values, Setting<?> setting, String text) {
    values.put(setting.path(), Settings.Value.of(setting, text, new Origin.Layer(NAME)));
  }

  private static <T> void take(
      Map<String, Settings.Value> values, Setting<T> setting, Settings.Value from) {
    values.put(
        setting.path(), new Settings.Value(setting, from.text(), from.origin(), from.read()));
  }
}
