package io.tradewind.store.series;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Collects trades in any order, each with its line, and puts them in order of time. */
public final class TradeSorter {
  private final TradeRows rows = new TradeRows(1024);
  private long[] line = new long[1024];

  /** Appends a trade with price and quantity above zero. */
  public void add(
      long timeNs, Decimals.Parsed price, Decimals.Parsed qty, TradeRows.Tag tag, long fromLine) {
    int size = rows.size();
    if (size == line.length) {
      line = Arrays.copyOf(line, size + (size >> 1));
    }
    line[size] = fromLine;
    rows.addUnordered(timeNs, price, qty, tag);
  }

  /** How many were added. */
  public int size() {
    return rows.size();
  }

  /**
   * The rows in order. Two rows with the venue's number are one trade; rows without a number are
   * each a trade of their own.
   */
  public TradeRows finish(RowListener listener) {
    RowOrder order = new RowOrder(rows::timeNs, line, listener);
    boolean[] dropped = dropped(order);
    int[] kept = IntStream.range(0, rows.size()).filter(row -> !dropped[row]).toArray();
    TradeRows out = new TradeRows(kept.length);
    for (int row : order.sorted(kept)) {
      out.addFrom(rows, row);
    }
    return out;
  }

  private boolean[] dropped(RowOrder order) {
    boolean[] dropped = new boolean[rows.size()];
    if (idsRise()) {
      return dropped;
    }
    Map<Long, Integer> rowOfId = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      OptionalLong id = rows.tag(i).id();
      if (id.isEmpty()) {
        continue;
      }
      Integer earlier = rowOfId.put(id.getAsLong(), i);
      if (earlier != null) {
        dropped[earlier] = true;
        order.tell(earlier, i, (row, other) -> rows.isSame(row, rows, other));
      }
    }
    return dropped;
  }

  private boolean idsRise() {
    long last = Long.MIN_VALUE;
    for (int i = 0; i < rows.size(); i++) {
      OptionalLong id = rows.tag(i).id();
      if (id.isPresent()) {
        if (id.getAsLong() <= last) {
          return false;
        }
        last = id.getAsLong();
      }
    }
    return true;
  }
}
