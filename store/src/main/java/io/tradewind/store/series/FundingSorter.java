package io.tradewind.store.series;

import java.util.Arrays;

/**
 * Collects fundings in any order, each with the line it came from, and puts them in order of time.
 */
public final class FundingSorter {
  private final FundingRows rows = new FundingRows(256);
  private long[] line = new long[256];

  /** Appends a funding without a {@linkplain FundingRows#problem problem}. */
  public void add(long timeNs, Decimals.Parsed rate, long fromLine) {
    int size = rows.size();
    if (size == line.length) {
      line = Arrays.copyOf(line, size + (size >> 1));
    }
    line[size] = fromLine;
    rows.addUnordered(timeNs, rate);
  }

  /** How many were added. */
  public int size() {
    return rows.size();
  }

  /** The rows in order, one a minute. */
  public FundingRows finish(RowListener listener) {
    int[] order = order(listener);
    FundingRows sorted = new FundingRows(order.length);
    for (int i = 0; i < order.length; i++) {
      boolean last = i + 1 == order.length || minuteNs(order[i]) != minuteNs(order[i + 1]);
      if (last) {
        sorted.addFrom(rows, order[i]);
      } else if (rows.isSame(order[i], rows, order[i + 1])) {
        listener.identical(line[order[i]], line[order[i + 1]]);
      } else {
        listener.conflicting(line[order[i]], line[order[i + 1]]);
      }
    }
    return sorted;
  }

  private int[] order(RowListener listener) {
    int[] order = new int[rows.size()];
    boolean sorted = true;
    long latestNs = Long.MIN_VALUE;
    for (int i = 0; i < order.length; i++) {
      if (minuteNs(i) < latestNs) {
        sorted = false;
        listener.outOfOrder(line[i]);
      }
      latestNs = Math.max(latestNs, minuteNs(i));
      order[i] = i;
    }
    return sorted ? order : StableOrder.byTime(order, this::minuteNs);
  }

  private long minuteNs(int row) {
    return FundingRows.minuteNs(rows.timeNs(row));
  }
}
