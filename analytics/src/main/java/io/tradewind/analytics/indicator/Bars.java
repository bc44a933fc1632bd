package io.tradewind.analytics.indicator;

/** Figures of one bar that indicators of several families are made of. */
public final class Bars {
  private Bars() {}

  /**
   * True range, {@code max(high - low, |high - close'|, |low - close'|)} with the close before,
   * which is {@code max(high, close') - min(low, close')}. Source: J. W. Wilder (1978), "New
   * Concepts in Technical Trading Systems", section III.
   */
  public static double trueRange(double high, double low, double previousClose) {
    return Math.max(high, previousClose) - Math.min(low, previousClose);
  }

  /** {@code max(x, 0)}, and NaN of NaN, in fewer steps. */
  public static double positive(double x) {
    return 0.5 * (x + Math.abs(x));
  }

  /**
   * 1 if a number is above another, else 0: the sign bit of their difference, where a branch would
   * be foreseen half the time. Of NaN it is any of the two.
   */
  public static int above(double one, double other) {
    return (int) (Double.doubleToRawLongBits(other - one) >>> (Long.SIZE - 1));
  }
}
