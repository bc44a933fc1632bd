package io.tradewind.analytics.indicator;

/** An indicator of the best bid and ask as they change. */
public non-sealed interface QuoteIndicator extends Indicator {

  /**
   * Takes the next best bid and ask and returns the new main output, NaN until ready.
   *
   * @param timeNs when they stood, epoch nanoseconds UTC, never falling
   * @param bidPrice in quote
   * @param bidQty in base
   * @param askPrice in quote
   * @param askQty in base
   */
  double update(long timeNs, double bidPrice, double bidQty, double askPrice, double askQty);

  /**
   * Feeds whole arrays through this indicator, as it stands, and returns the main output of each
   * update. All arrays are {@code [quotes]} and of one length.
   *
   * @return {@code [quotes]}, NaN where not ready
   */
  default double[] batch(
      long[] timeNs, double[] bidPrice, double[] bidQty, double[] askPrice, double[] askQty) {
    double[] out = new double[bidPrice.length];
    for (int i = 0; i < bidPrice.length; i++) {
      out[i] = update(timeNs[i], bidPrice[i], bidQty[i], askPrice[i], askQty[i]);
    }
    return out;
  }
}
