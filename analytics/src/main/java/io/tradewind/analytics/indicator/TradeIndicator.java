package io.tradewind.analytics.indicator;

/** An indicator of single trades. */
public abstract non-sealed class TradeIndicator extends Indicator {

  /**
   * Without updates.
   *
   * @param warmup updates after which the first value stands, at least 1
   */
  protected TradeIndicator(Definition definition, int warmup) {
    super(definition, warmup);
  }

  /**
   * Takes the next trade and returns the new main output, NaN until ready.
   *
   * @param timeNs when it was traded, epoch nanoseconds UTC, never falling
   * @param price in quote
   * @param qty in base, above 0
   * @param buy whether the buyer was the aggressor
   */
  public abstract double update(long timeNs, double price, double qty, boolean buy);

  /**
   * Feeds whole arrays through this indicator, as it stands, and returns all outputs of each
   * update. All arrays are {@code [trades]} and of one length.
   *
   * @return {@code [outputs][trades]}, NaN where not ready
   */
  public final double[][] batch(long[] timeNs, double[] price, double[] qty, boolean[] buy) {
    checkLengths(timeNs.length, price.length, qty.length, buy.length);
    double[][] out = columns(timeNs.length);
    for (int i = 0; i < timeNs.length; i++) {
      update(timeNs[i], price[i], qty[i], buy[i]);
      record(out, i);
    }
    return out;
  }
}
