package io.tradewind.analytics.indicator;

/** An indicator of the best levels of an order book. */
public non-sealed interface DepthIndicator extends Indicator {

  /**
   * Takes the book as it stands and returns the new main output, NaN until ready. The arrays are
   * {@code [levels]}, the best first, and are read only during the call; a missing level has
   * quantity 0.
   *
   * @param timeNs when it stood, epoch nanoseconds UTC, never falling
   */
  double update(
      long timeNs, double[] bidPrices, double[] bidQtys, double[] askPrices, double[] askQtys);

  /**
   * Feeds whole arrays through this indicator, as it stands, and returns the main output of each
   * update. All arrays are {@code [books]}, those of levels {@code [books][levels]}.
   *
   * @return {@code [books]}, NaN where not ready
   */
  default double[] batch(
      long[] timeNs,
      double[][] bidPrices,
      double[][] bidQtys,
      double[][] askPrices,
      double[][] askQtys) {
    double[] out = new double[timeNs.length];
    for (int i = 0; i < timeNs.length; i++) {
      out[i] = update(timeNs[i], bidPrices[i], bidQtys[i], askPrices[i], askQtys[i]);
    }
    return out;
  }
}
