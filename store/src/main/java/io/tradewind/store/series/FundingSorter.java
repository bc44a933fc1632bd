package io.tradewind.store.series;

import java.util.Arrays;
import java.util.stream.IntStream;

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
    RowOrder order = new RowOrder(this::minuteNs, line, listener);
    int[] all = IntStream.range(0, rows.size()).toArray();
    int[] kept = order.lastOfEachTime(all, (row, other) -> rows.isSame(row, rows, other));
    FundingRows sorted = new FundingRows(kept.length);
    for (int row : kept) {
      sorted.addFrom(rows, row);
    }
    return sorted;
  }

  private long minuteNs(int row) {
    return FundingRows.minuteNs(rows.timeNs(row));
  }
}
