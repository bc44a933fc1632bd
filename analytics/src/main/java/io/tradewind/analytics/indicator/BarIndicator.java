package io.tradewind.analytics.indicator;

/** An indicator of whole bars. */
public abstract non-sealed class BarIndicator extends Indicator {

  /**
   * Without updates.
   *
   * @param warmup updates after which the first value stands, at least 1
   */
  protected BarIndicator(Definition definition, int warmup) {
    super(definition, warmup);
  }

  /** Takes the next closed bar and returns the new main output, NaN until ready. */
  public abstract double update(double open, double high, double low, double close, double volume);

  /**
   * Feeds whole arrays through this indicator, as it stands, and returns all outputs of each
   * update. All arrays are {@code [bars]} and of one length.
   *
   * @return {@code [outputs][bars]}, NaN where not ready
   */
  public final double[][] batch(
      double[] open, double[] high, double[] low, double[] close, double[] volume) {
    checkLengths(open.length, high.length, low.length, close.length, volume.length);
    double[][] out = columns(close.length);
    int at = 0;
    for (; at < close.length && !isReady(); at++) {
      update(open[at], high[at], low[at], close[at], volume[at]);
      record(out, at);
    }
    if (at < close.length) {
      fill(open, high, low, close, volume, at, out);
      recall(out, close.length - 1);
    }
    return out;
  }

  /**
   * The rest of a batch, once ready. To be overridden where a loop over arrays is faster; it must
   * leave the same bits in {@code out} and in what the indicator remembers as update by update.
   *
   * @param from the first bar to take
   * @param out {@code [outputs][bars]}
   */
  protected void fill(
      double[] open,
      double[] high,
      double[] low,
      double[] close,
      double[] volume,
      int from,
      double[][] out) {
    for (int i = from; i < close.length; i++) {
      update(open[i], high[i], low[i], close[i], volume[i]);
      record(out, i);
    }
  }
}
