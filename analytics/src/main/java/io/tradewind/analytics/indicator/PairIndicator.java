package io.tradewind.analytics.indicator;

/** An indicator of two series of numbers that go side by side, such as a correlation. */
public abstract non-sealed class PairIndicator extends Indicator {

  /**
   * Without updates.
   *
   * @param warmup updates after which the first value stands, at least 1
   */
  protected PairIndicator(Definition definition, int warmup) {
    super(definition, warmup);
  }

  /** Takes the next two values and returns the new main output, NaN until ready. */
  public abstract double update(double first, double second);

  /**
   * Feeds whole arrays through this indicator, as it stands, and returns all outputs of each
   * update. Both arrays are {@code [bars]} and of one length.
   *
   * @return {@code [outputs][bars]}, NaN where not ready
   */
  public final double[][] batch(double[] first, double[] second) {
    checkLengths(first.length, second.length);
    double[][] out = columns(first.length);
    for (int i = 0; i < first.length; i++) {
      update(first[i], second[i]);
      record(out, i);
    }
    return out;
  }
}
