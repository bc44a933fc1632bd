package io.tradewind.analytics.indicator;

/** An indicator of single trades. */
public non-sealed interface TradeIndicator extends Indicator {

  /**
   * Takes the next trade and returns the new main output, NaN until ready.
   *
   * @param timeNs when it was traded, epoch nanoseconds UTC, never falling
   * @param price in quote
   * @param qty in base, above 0
   * @param buy whether the buyer was the aggressor
   */
  double update(long timeNs, double price, double qty, boolean buy);

  /**
   * Feeds whole arrays through this indicator, as it stands, and returns the main output of each
   * update. All arrays are {@code [trades]} and of one length.
   *
   * @return {@code [trades]}, NaN where not ready
   */
  default double[] batch(long[] timeNs, double[] price, double[] qty, boolean[] buy) {
    double[] out = new double[price.length];
    for (int i = 0; i < price.length; i++) {
      out[i] = update(timeNs[i], price[i], qty[i], buy[i]);
    }
    return out;
  }
}
