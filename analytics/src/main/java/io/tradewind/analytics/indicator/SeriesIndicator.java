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
   * Feeds a whole array through this indicator, as it stands, and returns the main output of each
   * update.
   *
   * @param values {@code [bars]}
   * @return {@code [bars]}, NaN where not ready
   */
  public double[] batch(double[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = update(values[i]);
    }
    return out;
  }
}
