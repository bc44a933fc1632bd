package io.tradewind.store.series;

import io.tradewind.core.market.BookColumns;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The book that changes make, to be looked at, or to be written as a whole. */
public final class BookReplay {
  private static final Comparator<Decimals.Parsed> BY_PRICE =
      (a, b) -> Decimals.compare(a.mantissa(), a.decimals(), b.mantissa(), b.decimals());

  private final TreeMap<Decimals.Parsed, Decimals.Parsed> bids = new TreeMap<>(BY_PRICE.reversed());
  private final TreeMap<Decimals.Parsed, Decimals.Parsed> asks = new TreeMap<>(BY_PRICE);
  private boolean known;

  /** The next row. */
  public void apply(BookRows rows, int row) {
    if (rows.begins(row)) {
      clear();
      known = !rows.isUnknown(row);
    }
    if (known) {
      set(rows.isBid(row), rows.price(row), rows.qty(row));
    }
  }

  /** Whether a whole book stands. */
  public boolean isKnown() {
    return known;
  }

  /** Whether the best bid is not under the best ask. */
  public boolean isCrossed() {
    return known
        && !bids.isEmpty()
        && !asks.isEmpty()
        && BY_PRICE.compare(bids.firstKey(), asks.firstKey()) >= 0;
  }

  /**
   * Appends the book as one message; a book without levels can't be told and is not known.
   *
   * @return whether it was told
   */
  public boolean appendTo(BookRows out, BookRows.Times times) {
    int left = bids.size() + asks.size();
    if (!known || left == 0) {
      out.addUnknown(times);
      return false;
    }
    boolean begins = true;
    for (Map.Entry<Decimals.Parsed, Decimals.Parsed> level : bids.entrySet()) {
      byte mark = BookColumns.flags(true, begins, --left == 0);
      out.add(times, level.getKey(), level.getValue(), mark);
      begins = false;
    }
    for (Map.Entry<Decimals.Parsed, Decimals.Parsed> level : asks.entrySet()) {
      byte mark = BookColumns.flags(false, begins, --left == 0);
      out.add(times, level.getKey(), level.getValue(), mark);
      begins = false;
    }
    return true;
  }

  private void set(boolean bid, Decimals.Parsed price, Decimals.Parsed qty) {
    TreeMap<Decimals.Parsed, Decimals.Parsed> side = bid ? bids : asks;
    if (qty.mantissa() == 0) {
      side.remove(price);
    } else {
      side.put(price, qty);
    }
  }

  private void clear() {
    bids.clear();
    asks.clear();
    known = false;
  }
}
