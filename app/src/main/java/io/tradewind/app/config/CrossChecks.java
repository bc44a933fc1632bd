package io.tradewind.app.config;

import java.util.List;
import java.util.Optional;

/** Rules that need more than one setting. */
final class CrossChecks {
  private CrossChecks() {}

  static void check(Settings settings, List<ConfigError> errors) {
    checkSpan(settings, errors);
    if (settings.find(Catalogue.STRATEGY).isPresent()
        && settings.find(Catalogue.SIGNALS).isPresent()) {
      errors.add(
          error(
              settings,
              Catalogue.SIGNALS,
              "can't stand beside trading.strategy: give one of the two"));
    }
    if (settings.find(Catalogue.PARAMETERS).isPresent()
        && settings.find(Catalogue.SIGNALS).isPresent()) {
      errors.add(
          error(
              settings,
              Catalogue.PARAMETERS,
              "is for a strategy; a file of signals has no parameters"));
    }
    if (settings.find(Catalogue.TRAILING_OFFSET).isPresent()
        && settings.find(Catalogue.TRAILING).isEmpty()) {
      errors.add(
          error(settings, Catalogue.TRAILING_OFFSET, "needs exits.trailing (--trailing), too"));
    }
  }

  private static void checkSpan(Settings settings, List<ConfigError> errors) {
    Optional<Long> from = settings.find(Catalogue.FROM);
    Optional<Long> to = settings.find(Catalogue.TO);
    if (from.isPresent() && to.isPresent() && from.orElseThrow() >= to.orElseThrow()) {
      String begin = settings.value(Catalogue.FROM).text().orElseThrow();
      errors.add(error(settings, Catalogue.TO, "must be after trading.from, which is " + begin));
    }
  }

  private static ConfigError error(Settings settings, Setting<?> setting, String rule) {
    Settings.Value value = settings.value(setting);
    return new ConfigError(setting.path(), value.text(), value.origin(), rule);
  }
}
