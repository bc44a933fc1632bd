package io.tradewind.app.config;

import java.util.List;

/** The configuration, or everything that is wrong with it. */
public sealed interface ConfigResult {

  /** All is well. */
  record Loaded(Settings settings, Configuration configuration) implements ConfigResult {
    /** The same for the demo: its strategy on its candles, at a simulated exchange. */
    public Loaded forDemo(List<String> symbols) {
      Settings demo = DemoSettings.of(settings, symbols);
      return new Loaded(demo, Configuration.of(demo));
    }
  }

  /**
   * At least one thing is wrong.
   *
   * @param errors all of them
   * @param trading as far as it can be read, with defaults in place of what is wrong
   * @param rivals likewise
   * @param demo likewise
   */
  record Faulty(
      List<ConfigError> errors,
      Configuration.Trading trading,
      Configuration.Rivals rivals,
      Configuration.Demo demo)
      implements ConfigResult {
    /** Copies the list. */
    public Faulty {
      errors = List.copyOf(errors);
    }
  }
}
