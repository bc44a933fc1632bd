package io.tradewind.analytics.indicator;

/**
 * An indicator of the best bid and ask as they change. A quantity of 0 means that this side of the
 * book is empty, whatever its price says.
 */
public abstract non-sealed class QuoteIndicator extends Indicator {

  /**
   * Without updates.
   *
   * @param warmup updates after which the first value stands, at least 1
   */
  protected QuoteIndicator(Definition definition, int warmup) {
    super(definition, warmup);
  }

  /**
   * Takes the next best bid and ask and returns the new main output, NaN until ready.
   *
   * @param timeNs when they stood, epoch nanoseconds UTC, never falling
   * @param bidPrice in quote
   * @param bidQty in base, 0 where nobody bids
   * @param askPrice in quote
   * @param askQty in base, 0 where nobody asks
   */
  public abstract double update(
      long timeNs, double bidPrice, double bidQty, double askPrice, double askQty);

  /**
   * Feeds whole arrays through this indicator, as it stands, and returns all outputs of each
   * update. All arrays are {@code [quotes]} and of one length.
   *
   * @return {@code [outputs][quotes]}, NaN where not ready
   */
  public final double[][] batch(
      long[] timeNs, double[] bidPrice, double[] bidQty, double[] askPrice, double[] askQty) {
    checkLengths(timeNs.length, bidPrice.length, bidQty.length, askPrice.length, askQty.length);
    double[][] out = columns(timeNs.length);
    for (int i = 0; i < timeNs.length; i++) {
      update(timeNs[i], bidPrice[i], bidQty[i], askPrice[i], askQty[i]);
      record(out, i);
    }
    return out;
  }
}
