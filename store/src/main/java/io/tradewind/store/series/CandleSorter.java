package io.tradewind.store.series;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Collects candles in any order, each with the line it came from, and puts them in order of time.
 */
public final class CandleSorter {
  private final CandleRows rows = new CandleRows(1024);
  private long[] line = new long[1024];

  /** Is told of the rows whose time does not fit. */
  public interface Misfits {
    /** One that does not come in. */
    void refused(long line, long openTimeNs);
  }

  /** Appends a sound candle. */
  public void add(long openTimeNs, CandleValues values, long fromLine) {
    int size = rows.size();
    if (size == line.length) {
      line = Arrays.copyOf(line, size + (size >> 1));
    }
    line[size] = fromLine;
    rows.addUnordered(openTimeNs, values);
  }

  /** How many were added. */
  public int size() {
    return rows.size();
  }

  /**
   * The times between neighbours in order, without repeats: {@code [size - 1]} at most.
   *
   * @return nanoseconds, each above 0
   */
  public long[] spacings() {
    long[] times = new long[rows.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = rows.openTimeNs(i);
    }
    Arrays.sort(times);
    long[] spacings = new long[Math.max(0, times.length - 1)];
    int count = 0;
    for (int i = 1; i < times.length; i++) {
      if (times[i] != times[i - 1]) {
        spacings[count++] = times[i] - times[i - 1];
      }
    }
    return Arrays.copyOf(spacings, count);
  }

  /** The rows in order, those alone whose time fits. */
  public CandleRows finish(LongPredicate fits, Misfits misfits, RowListener listener) {
    RowOrder order = new RowOrder(rows::openTimeNs, line, listener);
    int[] fitting = fitting(fits, misfits);
    int[] kept = order.lastOfEachTime(fitting, (row, other) -> rows.isSame(row, rows, other));
    CandleRows sorted = new CandleRows(kept.length);
    for (int row : kept) {
      sorted.addFrom(rows, row);
    }
    return sorted;
  }

  private int[] fitting(LongPredicate fits, Misfits misfits) {
    int[] fitting = new int[rows.size()];
    int count = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (fits.test(rows.openTimeNs(i))) {
        fitting[count++] = i;
      } else {
        misfits.refused(line[i], rows.openTimeNs(i));
      }
    }
    return Arrays.copyOf(fitting, count);
  }
}
