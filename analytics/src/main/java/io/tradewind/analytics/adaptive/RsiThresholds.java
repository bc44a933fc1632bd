package io.tradewind.analytics.adaptive;

import io.tradewind.analytics.check.Check;

/**
 * Thresholds of a relative strength index that go with volatility: in a market wilder than usual it
 * must go further to count as overbought or oversold, in a calmer one less far. With {@code shift =
 * slope * (volatility / median - 1)}, within {@code most} of either sign, they are {@code oversold
 * - shift} and {@code overbought + shift}. Pure.
 *
 * @param oversold at the usual volatility
 * @param overbought at the usual volatility
 * @param slope points for each doubling of the usual volatility
 * @param most points at most, so that they stay within 0 and 100 and apart
 */
public record RsiThresholds(double oversold, double overbought, double slope, double most) {
  /** Wilder's 30 and 70, ten points at twice the usual volatility and at most. */
  public static final RsiThresholds SHIPPED = new RsiThresholds(30, 70, 10, 10);

  /** Checks the ranges. */
  public RsiThresholds {
    Check.argument(slope >= 0 && slope <= 100, "slope must be in [0, 100], was %s", slope);
    Check.argument(
        most >= 0 && oversold - most > 0 && overbought + most < 100,
        "thresholds must stay within 0 and 100, were %s and %s by %s",
        oversold,
        overbought,
        most);
    Check.argument(
        oversold + most < overbought - most,
        "thresholds must stay apart, were %s and %s by %s",
        oversold,
        overbought,
        most);
  }

  /**
   * Under this it is oversold; the usual one where volatility is not known.
   *
   * @param volatility in any measure, such as its percentile
   * @param median in that measure, of a percentile one half
   */
  public double oversold(double volatility, double median) {
    return oversold - shift(volatility, median);
  }

  /** Over this it is overbought: the counterpart of {@link #oversold}. */
  public double overbought(double volatility, double median) {
    return overbought + shift(volatility, median);
  }

  private double shift(double volatility, double median) {
    double more = volatility / median - 1;
    boolean isKnown = volatility >= 0 && median > 0 && more < Double.POSITIVE_INFINITY;
    return isKnown ? Math.clamp(slope * more, -most, most) : 0;
  }
}
