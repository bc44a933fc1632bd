package io.tradewind.analytics.indicator;

/** An indicator of the best levels of an order book. */
public abstract non-sealed class DepthIndicator extends Indicator {

  /**
   * Without updates.
   *
   * @param warmup updates after which the first value stands, at least 1
   */
  protected DepthIndicator(Definition definition, int warmup) {
    super(definition, warmup);
  }

  /**
   * Takes the book as it stands and returns the new main output, NaN until ready. The arrays are
   * {@code [levels]}, the best first, and are read only during the call; a missing level has
   * quantity 0.
   *
   * @param timeNs when it stood, epoch nanoseconds UTC, never falling
   */
  public abstract double update(
      long timeNs, double[] bidPrices, double[] bidQtys, double[] askPrices, double[] askQtys);

  /**
   * Feeds whole arrays through this indicator, as it stands, and returns all outputs of each
   * update. All arrays are {@code [books]}, those of levels {@code [books][levels]}.
   *
   * @return {@code [outputs][books]}, NaN where not ready
   */
  public final double[][] batch(
      long[] timeNs,
      double[][] bidPrices,
      double[][] bidQtys,
      double[][] askPrices,
      double[][] askQtys) {
    checkLengths(timeNs.length, bidPrices.length, bidQtys.length, askPrices.length, askQtys.length);
    double[][] out = columns(timeNs.length);
    for (int i = 0; i < timeNs.length; i++) {
      update(timeNs[i], bidPrices[i], bidQtys[i], askPrices[i], askQtys[i]);
      record(out, i);
    }
    return out;
  }
}
