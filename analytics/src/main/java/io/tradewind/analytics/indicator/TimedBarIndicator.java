package io.tradewind.analytics.indicator;

/**
 * An indicator of whole bars that must know when they were, because it begins anew with a day, a
 * week or at an anchor.
 */
public non-sealed interface TimedBarIndicator extends Indicator {

  /**
   * Takes the next closed bar and returns the new main output, NaN until ready.
   *
   * @param openTimeNs when the bar began, epoch nanoseconds UTC, rising
   */
  double update(long openTimeNs, double open, double high, double low, double close, double volume);

  /**
   * Feeds whole arrays through this indicator, as it stands, and returns the main output of each
   * update. All arrays are {@code [bars]} and of one length.
   *
   * @return {@code [bars]}, NaN where not ready
   */
  default double[] batch(
      long[] openTimeNs,
      double[] open,
      double[] high,
      double[] low,
      double[] close,
      double[] volume) {
    double[] out = new double[close.length];
    for (int i = 0; i < close.length; i++) {
      out[i] = update(openTimeNs[i], open[i], high[i], low[i], close[i], volume[i]);
    }
    return out;
  }
}
