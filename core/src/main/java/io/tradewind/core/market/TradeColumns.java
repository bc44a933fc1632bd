package io.tradewind.core.market;

import io.tradewind.analytics.check.Check;

/**
 * Trades of one instrument as columns of primitives, in the order of the venue. Columns are not
 * copied: the caller hands them over and keeps no reference.
 */
public final class TradeColumns {
  private final int priceScale;
  private final int qtyScale;
  private final long[] timeNs;
  private final long[] receiveTimeNs;
  private final long[] price;
  private final long[] qty;
  private final boolean[] buyerIsAggressor;

  /** Takes over columns of one length; when trades came here was not recorded. */
  public TradeColumns(
      int priceScale,
      int qtyScale,
      long[] timeNs,
      long[] price,
      long[] qty,
      boolean[] buyerIsAggressor) {
    this(priceScale, qtyScale, timeNs, timeNs, price, qty, buyerIsAggressor);
  }

  /**
   * Takes over columns of one length.
   *
   * @param timeNs the venue's, which never fall
   * @param receiveTimeNs ours, which never fall
   * @throws IllegalArgumentException if lengths differ, times fall, or a price or quantity is not
   *     above zero
   */
  public TradeColumns(
      int priceScale,
      int qtyScale,
      long[] timeNs,
      long[] receiveTimeNs,
      long[] price,
      long[] qty,
      boolean[] buyerIsAggressor) {
    this.priceScale = priceScale;
    this.qtyScale = qtyScale;
    this.timeNs = timeNs;
    this.receiveTimeNs = receiveTimeNs;
    this.price = price;
    this.qty = qty;
    this.buyerIsAggressor = buyerIsAggressor;
    Check.argument(
        receiveTimeNs.length == timeNs.length
            && price.length == timeNs.length
            && qty.length == timeNs.length
            && buyerIsAggressor.length == timeNs.length,
        "columns must be of one length, times were %s",
        timeNs.length);
    for (int i = 0; i < timeNs.length; i++) {
      Check.argument(price[i] > 0 && qty[i] > 0, "price and qty must be > 0, row %s", i);
      boolean rises =
          i == 0 || (timeNs[i - 1] <= timeNs[i] && receiveTimeNs[i - 1] <= receiveTimeNs[i]);
      Check.argument(rises, "trades must rise in time, row %s", i);
    }
  }

  /**
   * The same as if they had come here at other times, which are handed over; the other columns are
   * shared.
   *
   * @throws IllegalArgumentException if there are not as many, or they fall
   */
  public TradeColumns withReceiveTimes(long[] times) {
    return new TradeColumns(priceScale, qtyScale, timeNs, times, price, qty, buyerIsAggressor);
  }

  /** How many trades. */
  public int size() {
    return timeNs.length;
  }

  /** Prices are in {@code 10^-priceScale}. */
  public int priceScale() {
    return priceScale;
  }

  /** Quantities are in {@code 10^-qtyScale}. */
  public int qtyScale() {
    return qtyScale;
  }

  /** When it happened by the venue's clock, epoch nanoseconds. */
  public long timeNs(int row) {
    return timeNs[row];
  }

  /** When it came here, epoch nanoseconds; as it happened where that was not recorded. */
  public long receiveTimeNs(int row) {
    return receiveTimeNs[row];
  }

  /** Price. */
  public long price(int row) {
    return price[row];
  }

  /** Quantity in base. */
  public long qty(int row) {
    return qty[row];
  }

  /** Whether the buyer took liquidity. */
  public boolean buyerIsAggressor(int row) {
    return buyerIsAggressor[row];
  }
}
