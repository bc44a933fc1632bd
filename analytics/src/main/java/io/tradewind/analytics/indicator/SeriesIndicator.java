package io.tradewind.analytics.indicator;

/** An indicator of one series of numbers, by default the closes. */
public abstract non-sealed class SeriesIndicator extends Indicator {

  /**
   * Without updates.
   *
   * @param warmup updates after which the first value stands, at least 1
   */
  protected SeriesIndicator(Definition definition, int warmup) {
    super(definition, warmup);
  }

  /** Takes the next value and returns the new main output, NaN until ready. */
  public abstract double update(double value);

  /**
   * Feeds a whole array through this indicator, as it stands, and returns all outputs of each
   * update.
   *
   * @param values {@code [bars]}
   * @return {@code [outputs][bars]}, NaN where not ready
   */
  public final double[][] batch(double[] values) {
    double[][] out = columns(values.length);
    int at = 0;
    for (; at < values.length && !isReady(); at++) {
      update(values[at]);
      record(out, at);
    }
    if (at < values.length) {
      fill(values, at, out);
      recall(out, values.length - 1);
    }
    return out;
  }

  /**
   * The rest of a batch, once ready. To be overridden where a loop over arrays is faster; it must
   * leave the same bits in {@code out} and in what the indicator remembers as update by update.
   *
   * @param values {@code [bars]}
   * @param from the first to take
   * @param out {@code [outputs][bars]}
   */
  protected void fill(double[] values, int from, double[][] out) {
    for (int i = from; i < values.length; i++) {
      update(values[i]);
      record(out, i);
    }
  }
}
