package io.tradewind.store.series;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.BookColumns;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Changes of an order book with the exact decimals that they came with, in the order of the venue;
 * what rows mean is told by {@link BookColumns}. It grows by {@link #add} and is not written to by
 * those it is handed to.
 */
public final class BookRows {
  /** Name of the kind on disk and in options. */
  public static final String KIND = "book";

  /** Marks a place from which the book is not known. */
  private static final byte UNKNOWN = BookColumns.flags(true, true, true);

  private static final Decimals.Parsed ZERO = new Decimals.Parsed(0, 0);
  private static final byte BID = BookColumns.flags(true, false, false);
  private static final byte BEGINS = BookColumns.flags(false, true, false);
  private static final byte ENDS = BookColumns.flags(false, false, true);

  private long[] timeNs;
  private long[] receiveTimeNs;
  private byte[] flags;
  private final DecimalColumn price;
  private final DecimalColumn qty;
  private int size;

  /** Without rows. */
  public BookRows(int capacity) {
    timeNs = new long[capacity];
    receiveTimeNs = new long[capacity];
    flags = new byte[capacity];
    price = new DecimalColumn(capacity);
    qty = new DecimalColumn(capacity);
  }

  /**
   * When a message happened and when it came.
   *
   * @param timeNs by the venue, epoch nanoseconds
   * @param receiveNs here, epoch nanoseconds
   */
  public record Times(long timeNs, long receiveNs) {}

  /**
   * Appends a row.
   *
   * @param mark by {@link BookColumns#flags(boolean, boolean, boolean)}
   * @throws IllegalArgumentException if a time falls, or the row is neither a level nor the mark of
   *     an unknown book
   */
  public void add(Times times, Decimals.Parsed atPrice, Decimals.Parsed itsQty, byte mark) {
    boolean level = atPrice.mantissa() > 0 && itsQty.mantissa() >= 0;
    boolean unknown = atPrice.mantissa() == 0 && itsQty.mantissa() == 0 && isUnknown(mark);
    Check.argument(level || unknown, "price must be > 0 and quantity >= 0, was %s", atPrice);
    boolean rises =
        size == 0
            || (timeNs[size - 1] <= times.timeNs() && receiveTimeNs[size - 1] <= times.receiveNs());
    Check.argument(rises, "changes must rise in time, at %s", times);
    grow();
    timeNs[size] = times.timeNs();
    receiveTimeNs[size] = times.receiveNs();
    flags[size] = mark;
    price.add(atPrice.mantissa(), atPrice.decimals());
    qty.add(itsQty.mantissa(), itsQty.decimals());
    size++;
  }

  /** Appends the mark of a book that is not known from here. */
  public void addUnknown(Times times) {
    add(times, ZERO, ZERO, UNKNOWN);
  }

  /**
   * Appends a row of another table. Recorders' clocks differ: where it came before the last row
   * here did, it came with that one.
   */
  public void addFrom(BookRows other, int row) {
    long receiveNs =
        size == 0
            ? other.receiveTimeNs[row]
            : Math.max(receiveTimeNs[size - 1], other.receiveTimeNs[row]);
    Times times = new Times(other.timeNs[row], receiveNs);
    add(times, other.price(row), other.qty(row), other.flags[row]);
  }

  private static boolean isUnknown(byte mark) {
    return (mark & BEGINS) != 0 && (mark & ENDS) != 0;
  }

  /** How many rows. */
  public int size() {
    return size;
  }

  /** When it happened by the venue's clock, epoch nanoseconds. */
  public long timeNs(int row) {
    return timeNs[row];
  }

  /** When it came here, epoch nanoseconds. */
  public long receiveTimeNs(int row) {
    return receiveTimeNs[row];
  }

  /** Both times. */
  public Times times(int row) {
    return new Times(timeNs[row], receiveTimeNs[row]);
  }

  /** Price of the level; zero where the book is not known from here. */
  public Decimals.Parsed price(int row) {
    return new Decimals.Parsed(price.mantissa(row), price.decimals(row));
  }

  /** What stands there now, in base. */
  public Decimals.Parsed qty(int row) {
    return new Decimals.Parsed(qty.mantissa(row), qty.decimals(row));
  }

  /** Price as a decimal. */
  public BigDecimal priceValue(int row) {
    return price.value(row);
  }

  /** Quantity as a decimal. */
  public BigDecimal qtyValue(int row) {
    return qty.value(row);
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

  /** Whether the book is not known from this row on. */
  public boolean isUnknown(int row) {
    return price.mantissa(row) == 0;
  }

  /** The row behind the last one of the message that a row is of. */
  public int endOfMessage(int row) {
    int end = row;
    while (end < size && !ends(end)) {
      end++;
    }
    return Math.min(size, end + 1);
  }

  /**
   * These rows without a message at their end that does not end; they themselves if there is none.
   */
  public BookRows wholeMessages() {
    int end = size;
    while (end > 0 && !ends(end - 1)) {
      end--;
    }
    if (end == size) {
      return this;
    }
    BookRows whole = new BookRows(end);
    for (int i = 0; i < end; i++) {
      whole.addFrom(this, i);
    }
    return whole;
  }

  /** What the price scale has to satisfy. */
  public ColumnNeeds priceNeeds() {
    return price.needs();
  }

  /** What the quantity scale has to satisfy. */
  public ColumnNeeds qtyNeeds() {
    return qty.needs();
  }

  /** The scales of these rows taken as a whole series. */
  public Scales scales() {
    return Scales.of(priceNeeds(), qtyNeeds());
  }

  /** Scaled columns. A quantity that rounds to nothing in the scale becomes one unit. */
  public BookColumns toColumns(Scales scales) {
    long[] prices = price.scaled(scales.price());
    long[] quantities = qty.scaled(scales.volume());
    for (int i = 0; i < size; i++) {
      prices[i] = isUnknown(i) ? 0 : Math.max(1, prices[i]);
      quantities[i] = qty.mantissa(i) == 0 ? 0 : Math.max(1, quantities[i]);
    }
    return new BookColumns(
        scales.price(),
        scales.volume(),
        Arrays.copyOf(timeNs, size),
        Arrays.copyOf(receiveTimeNs, size),
        prices,
        quantities,
        Arrays.copyOf(flags, size));
  }

  private void grow() {
    if (size == timeNs.length) {
      int capacity = Math.max(16, size + (size >> 1));
      timeNs = Arrays.copyOf(timeNs, capacity);
      receiveTimeNs = Arrays.copyOf(receiveTimeNs, capacity);
      flags = Arrays.copyOf(flags, capacity);
    }
  }
}
