package io.tradewind.analytics.indicator;

/** An indicator of one series of numbers, by default the closes. */
public non-sealed interface SeriesIndicator extends Indicator {

  /** Takes the next value and returns the new main output, NaN until ready. */
  double update(double value);

  /**
   * Feeds a whole array through this indicator, as it stands, and returns the main output of each
   * update.
   *
   * @param values {@code [bars]}
   * @return {@code [bars]}, NaN where not ready
   */
  default double[] batch(double[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = update(values[i]);
    }
    return out;
  }
}
