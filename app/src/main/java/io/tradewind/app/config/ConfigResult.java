package io.tradewind.app.config;

import java.util.List;

/** The configuration, or everything that is wrong with it. */
public sealed interface ConfigResult {

  /** All is well. */
  record Loaded(Settings settings, Configuration configuration) implements ConfigResult {}

  /**
   * At least one thing is wrong.
   *
   * @param errors all of them
   */
  record Faulty(List<ConfigError> errors) implements ConfigResult {
    /** Copies the list. */
    public Faulty {
      errors = List.copyOf(errors);
    }

    /** One line for each error, under a heading if there are several. */
    public String text() {
      if (errors.size() == 1) {
        return errors.getFirst().toString();
      }
      StringBuilder text = new StringBuilder(errors.size() + " settings are wrong:");
      errors.forEach(error -> text.append("\n  ").append(error));
      return text.toString();
    }
  }
}
