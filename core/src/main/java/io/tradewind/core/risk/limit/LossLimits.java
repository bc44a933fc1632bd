package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;

/**
 * How much may be lost, as ratios: of the equity at the start of the period, or of the peak.
 * Infinite where nothing limits.
 *
 * @param day loss of a UTC day after which nothing opens until the next one
 * @param week loss of a week from Monday after which nothing opens until the next one
 * @param month loss of a month after which nothing opens until the first of the next one
 * @param drawdownWarns loss since the peak that is told
 * @param drawdownHalts loss since the peak after which nothing opens until resumed by hand
 * @param warningAt share of a limit at which a warning is given, above 0, at most 1
 */
public record LossLimits(
    double day,
    double week,
    double month,
    double drawdownWarns,
    double drawdownHalts,
    double warningAt) {

  /** What paper and live ship with. */
  public static final LossLimits SHIPPED = new LossLimits(0.02, 0.05, 0.10, 0.05, 0.20, 0.8);

  /** What research starts from: a strategy is seen with all that it loses. */
  public static final LossLimits NONE =
      new LossLimits(
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          1);

  /** Checks the ranges. */
  public LossLimits {
    Check.argument(day > 0, "day must be > 0, was %s", day);
    Check.argument(week > 0, "week must be > 0, was %s", week);
    Check.argument(month > 0, "month must be > 0, was %s", month);
    Check.argument(drawdownWarns > 0, "drawdownWarns must be > 0, was %s", drawdownWarns);
    Check.argument(
        drawdownHalts >= drawdownWarns,
        "drawdownHalts must be >= drawdownWarns, was %s",
        drawdownHalts);
    Check.argument(
        warningAt > 0 && warningAt <= 1, "warningAt must be in (0, 1], was %s", warningAt);
  }
}
