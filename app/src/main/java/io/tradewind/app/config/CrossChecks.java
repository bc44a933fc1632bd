package io.tradewind.app.config;

import io.tradewind.core.execution.slippage.SlippagePolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Rules that need more than one setting. */
final class CrossChecks {
  private static final Optional<OptionalDouble> OFF = Optional.of(OptionalDouble.empty());

  private CrossChecks() {}

  static void check(Settings settings, List<ConfigError> errors) {
    checkSpan(settings, errors);
    TickChecks.check(settings, errors);
    ChosenRunning.check(settings, errors);
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
    checkBorrowed(settings, RiskCatalogue.MAX_SYMBOL_EXPOSURE, errors);
    checkBorrowed(settings, RiskCatalogue.MAX_LEVERAGE, errors);
    checkDrawdown(settings, errors);
    checkLeverage(settings, RiskCatalogue.LEVERAGE_VOLATILITY, errors);
    checkLeverage(settings, RiskCatalogue.LEVERAGE_MARGIN, errors);
    checkSlippage(settings, errors);
    checkSpread(settings, errors);
    checkOrder(settings, AllocationCatalogue.WARM_UP, AllocationCatalogue.WINDOW, errors);
    checkOrder(settings, AllocationCatalogue.FLOOR, AllocationCatalogue.CAP, errors);
    checkOrder(settings, AllocationCatalogue.MIN_SHIFT, AllocationCatalogue.MAX_SHIFT, errors);
    checkTarget(settings, HedgeCatalogue.BETA_TARGET, HedgeCatalogue.BETA, errors);
    checkTarget(settings, HedgeCatalogue.HEAT_TARGET, HedgeCatalogue.HEAT, errors);
  }

  private static <T extends Comparable<T>> void checkOrder(
      Settings settings, Setting<T> less, Setting<T> more, List<ConfigError> errors) {
    if (settings.get(less).compareTo(settings.get(more)) > 0) {
      String most = settings.value(more).text().orElseThrow();
      errors.add(error(settings, less, "must be at most " + more.path() + ", which is " + most));
    }
  }

  private static void checkTarget(
      Settings settings, Setting<Double> target, Setting<Double> limit, List<ConfigError> errors) {
    if (settings.get(target) >= settings.get(limit)) {
      String over = settings.value(limit).text().orElseThrow();
      errors.add(error(settings, target, "must be under " + limit.path() + ", which is " + over));
    }
  }

  /** On spot nobody lends. */
  private static void checkBorrowed(
      Settings settings, Setting<Double> setting, List<ConfigError> errors) {
    if (settings.find(setting).orElse(0.0) > 1 && !settings.get(Catalogue.MARKET).equals("perp")) {
      errors.add(
          error(settings, setting, "over 100% needs perpetuals: trading.market perp (--market)"));
    }
  }

  private static void checkDrawdown(Settings settings, List<ConfigError> errors) {
    Optional<Double> warns = settings.find(RiskCatalogue.DRAWDOWN_WARNS);
    Optional<Double> halts = settings.find(RiskCatalogue.DRAWDOWN_HALTS);
    if (warns.isPresent() && halts.isPresent() && halts.orElseThrow() < warns.orElseThrow()) {
      String lower = settings.value(RiskCatalogue.DRAWDOWN_WARNS).text().orElseThrow();
      errors.add(
          error(
              settings,
              RiskCatalogue.DRAWDOWN_HALTS,
              "must be at least risk.drawdown-warns, which is " + lower));
    }
  }

  private static void checkLeverage(
      Settings settings, Setting<Double> setting, List<ConfigError> errors) {
    Optional<OptionalInt> most = settings.find(RiskCatalogue.MAX_POSITION_LEVERAGE);
    if (settings.find(setting).isPresent() && most.isPresent() && most.orElseThrow().isEmpty()) {
      errors.add(error(settings, setting, "needs risk.max-position-leverage, which is none"));
    }
  }

  private static void checkSlippage(Settings settings, List<ConfigError> errors) {
    Optional<OptionalDouble> limit = settings.find(RiskCatalogue.SLIPPAGE_LIMIT);
    for (Setting<?> setting : RiskCatalogue.SLIPPAGE) {
      boolean isOther = setting != RiskCatalogue.SLIPPAGE_LIMIT;
      if (isOther && settings.find(setting).isPresent() && limit.equals(OFF)) {
        errors.add(error(settings, setting, "needs risk.slippage.limit, which is none"));
      }
    }
  }

  /** The assumed spread alone would refuse every entry. */
  private static void checkSpread(Settings settings, List<ConfigError> errors) {
    Optional<OptionalDouble> limit = settings.find(RiskCatalogue.SLIPPAGE_LIMIT);
    double spread =
        settings.find(RiskCatalogue.SLIPPAGE_SPREAD).orElse(SlippagePolicy.DEFAULT.spreadRatio());
    if (limit.isPresent()
        && limit.orElseThrow().isPresent()
        && limit.orElseThrow().getAsDouble() <= spread / 2) {
      errors.add(
          error(
              settings,
              RiskCatalogue.SLIPPAGE_LIMIT,
              "must be over half of risk.slippage.spread, or nothing is ever entered"));
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
