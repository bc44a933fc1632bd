package io.tradewind.analytics.indicator;

/** Figures of one bar that indicators of several families are made of. */
public final class Bars {
  private Bars() {}

  /**
   * True range, {@code max(high - low, |high - close'|, |low - close'|)} with the close before.
   * Source: J. W. Wilder (1978), "New Concepts in Technical Trading Systems", section III.
   */
  public static double trueRange(double high, double low, double previousClose) {
    double gap = Math.max(Math.abs(high - previousClose), Math.abs(low - previousClose));
    return Math.max(high - low, gap);
  }
}
