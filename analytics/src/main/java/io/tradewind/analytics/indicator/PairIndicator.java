package io.tradewind.analytics.indicator;

/** An indicator of two series of numbers that go side by side, such as a correlation. */
public non-sealed interface PairIndicator extends Indicator {

  /** Takes the next two values and returns the new main output, NaN until ready. */
  double update(double first, double second);

  /**
   * Feeds whole arrays through this indicator, as it stands, and returns the main output of each
   * update. Both arrays are {@code [bars]} and of one length.
   *
   * @return {@code [bars]}, NaN where not ready
   */
  default double[] batch(double[] first, double[] second) {
    double[] out = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      out[i] = update(first[i], second[i]);
    }
    return out;
  }
}
