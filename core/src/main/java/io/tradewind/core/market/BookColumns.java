package io.tradewind.core.market;

import io.tradewind.analytics.check.Check;
import java.util.Arrays;

/**
 * Changes of one instrument's order book as columns of primitives, in the order of the venue. A row
 * sets what stands at one price of one side; a quantity of zero takes the level away. The rows of
 * one message have one time, and its last row is marked: only then does the book hold together. A
 * message whose first row is marked as a beginning is a whole book: what stood before is gone. A
 * beginning at price zero has no level: from there the book is not known until another begins.
 *
 * <p>Columns are not copied: the caller hands them over and keeps no reference.
 */
public final class BookColumns extends TickRows {
  private static final byte BID = 1;
  private static final byte BEGINS = 2;
  private static final byte ENDS = 4;

  private final long[] price;
  private final long[] qty;
  private final byte[] flags;

  /**
   * Takes over columns of one length.
   *
   * @param timeNs the venue's, which never fall
   * @param receiveTimeNs ours, which never fall; equal to the venue's where they were not recorded
   * @param flags by {@link #flags(boolean, boolean, boolean)}
   * @throws IllegalArgumentException if lengths differ, times fall, a price or quantity is under
   *     zero, or the last message does not end
   */
  public BookColumns(
      int priceScale,
      int qtyScale,
      long[] timeNs,
      long[] receiveTimeNs,
      long[] price,
      long[] qty,
      byte[] flags) {
    super(priceScale, qtyScale, timeNs, receiveTimeNs);
    this.price = price;
    this.qty = qty;
    this.flags = flags;
    checkLengths(receiveTimeNs.length, price.length, qty.length, flags.length);
    for (int i = 0; i < timeNs.length; i++) {
      boolean isLevel = price[i] > 0 && qty[i] >= 0;
      boolean isUnknown = price[i] == 0 && qty[i] == 0 && begins(i) && ends(i);
      Check.argument(isLevel || isUnknown, "price must be > 0 and qty >= 0, row %s", i);
      checkRises(i);
    }
    Check.argument(
        timeNs.length == 0 || ends(timeNs.length - 1),
        "the last message must end, rows: %s",
        timeNs.length);
  }

  /** The marks of a row: its side, and whether a whole book begins or a message ends with it. */
  public static byte flags(boolean bid, boolean begins, boolean ends) {
    return (byte) ((bid ? BID : 0) | (begins ? BEGINS : 0) | (ends ? ENDS : 0));
  }

  /**
   * The same as if they had come here at other times, which are handed over; the other columns are
   * shared.
   *
   * @throws IllegalArgumentException if there are not as many, or they fall
   */
  public BookColumns withReceiveTimes(long[] times) {
    return new BookColumns(priceScale, qtyScale, timeNs, times, price, qty, flags);
  }

  /** No book was recorded. */
  public static BookColumns empty(int priceScale, int qtyScale) {
    long[] none = {};
    return new BookColumns(priceScale, qtyScale, none, none, none, none, new byte[0]);
  }

  /** The changes that happened before an instant, as copies. */
  public BookColumns until(long toNs) {
    int to = firstRowFrom(toNs);
    return new BookColumns(
        priceScale,
        qtyScale,
        Arrays.copyOf(timeNs, to),
        Arrays.copyOf(receiveTimeNs, to),
        Arrays.copyOf(price, to),
        Arrays.copyOf(qty, to),
        Arrays.copyOf(flags, to));
  }

  /**
   * The same in other scales. Prices keep every digit; quantities are rounded half to even, to one
   * unit at least where there was something.
   *
   * @throws ArithmeticException if a price needs more decimals, or a value does not fit
   */
  public BookColumns rescaled(int toPriceScale, int toQtyScale) {
    if (toPriceScale == priceScale && toQtyScale == qtyScale) {
      return this;
    }
    return new BookColumns(
        toPriceScale,
        toQtyScale,
        timeNs,
        receiveTimeNs,
        Rescaling.prices(price, priceScale, toPriceScale),
        Rescaling.quantities(qty, qtyScale, toQtyScale),
        flags);
  }

  /** Price; zero where the book is not known from here. */
  public long price(int row) {
    return price[row];
  }

  /** What stands at the price now, in base; zero if nothing does. */
  public long qty(int row) {
    return qty[row];
  }

  /** Whether it is a bid; else it is an ask. */
  public boolean isBid(int row) {
    return (flags[row] & BID) != 0;
  }

  /** Whether what stood before is gone. */
  public boolean begins(int row) {
    return (flags[row] & BEGINS) != 0;
  }

  /** Whether the message ends with this row. */
  public boolean ends(int row) {
    return (flags[row] & ENDS) != 0;
  }
}
