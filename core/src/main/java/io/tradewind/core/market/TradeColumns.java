package io.tradewind.core.market;

import io.tradewind.analytics.check.Check;
import java.util.Arrays;

/**
 * Trades of one instrument as columns of primitives, in the order of the venue. Columns are not
 * copied: the caller hands them over and keeps no reference.
 */
public final class TradeColumns extends TickRows {
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
    super(priceScale, qtyScale, timeNs, receiveTimeNs);
    this.price = price;
    this.qty = qty;
    this.buyerIsAggressor = buyerIsAggressor;
    checkLengths(receiveTimeNs.length, price.length, qty.length, buyerIsAggressor.length);
    for (int i = 0; i < timeNs.length; i++) {
      Check.argument(price[i] > 0 && qty[i] > 0, "price and qty must be > 0, row %s", i);
      checkRises(i);
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

  /** The trades that happened within {@code [fromNs, toNs)}, as copies. */
  public TradeColumns within(long fromNs, long toNs) {
    int from = firstRowFrom(fromNs);
    int to = Math.max(from, firstRowFrom(toNs));
    return new TradeColumns(
        priceScale,
        qtyScale,
        Arrays.copyOfRange(timeNs, from, to),
        Arrays.copyOfRange(receiveTimeNs, from, to),
        Arrays.copyOfRange(price, from, to),
        Arrays.copyOfRange(qty, from, to),
        Arrays.copyOfRange(buyerIsAggressor, from, to));
  }

  /**
   * The same in other scales. Prices keep every digit; quantities are rounded half to even, to one
   * unit at least.
   *
   * @throws ArithmeticException if a price needs more decimals, or a value does not fit
   */
  public TradeColumns rescaled(int toPriceScale, int toQtyScale) {
    if (toPriceScale == priceScale && toQtyScale == qtyScale) {
      return this;
    }
    return new TradeColumns(
        toPriceScale,
        toQtyScale,
        timeNs,
        receiveTimeNs,
        Rescaling.prices(price, priceScale, toPriceScale),
        Rescaling.quantities(qty, qtyScale, toQtyScale),
        buyerIsAggressor);
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
