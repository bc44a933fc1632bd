package io.tradewind.analytics.indicator;

/**
 * An indicator of whole bars that must know when they were, because it begins anew with a day, a
 * week or at an anchor.
 */
public abstract non-sealed class TimedBarIndicator extends Indicator {

  /**
   * Without updates.
   *
   * @param warmup updates after which the first value stands, at least 1
   */
  protected TimedBarIndicator(Definition definition, int warmup) {
    super(definition, warmup);
  }

  /**
   * Takes the next closed bar and returns the new main output, NaN until ready.
   *
   * @param openTimeNs when the bar began, epoch nanoseconds UTC, rising
   */
  public abstract double update(
      long openTimeNs, double open, double high, double low, double close, double volume);

  /**
   * Feeds whole arrays through this indicator, as it stands, and returns all outputs of each
   * update. All arrays are {@code [bars]} and of one length.
   *
   * @return {@code [outputs][bars]}, NaN where not ready
   */
  public final double[][] batch(
      long[] openTimeNs,
      double[] open,
      double[] high,
      double[] low,
      double[] close,
      double[] volume) {
    checkLengths(
        openTimeNs.length, open.length, high.length, low.length, close.length, volume.length);
    double[][] out = columns(openTimeNs.length);
    for (int i = 0; i < openTimeNs.length; i++) {
      update(openTimeNs[i], open[i], high[i], low[i], close[i], volume[i]);
      record(out, i);
    }
    return out;
  }
}
