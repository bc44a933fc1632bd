package io.tradewind.store.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToLongFunction;

/** Puts rows in order of time, and tells of those that were not. */
final class RowOrder {
  private final IntToLongFunction timeNs;
  private final long[] line;
  private final RowListener listener;

  /**
   * Of rows with these times.
   *
   * @param line the line that each row came from; not copied
   */
  RowOrder(IntToLongFunction timeNs, long[] line, RowListener listener) {
    this.timeNs = timeNs;
    this.line = line;
    this.listener = listener;
  }

  /** Whether two rows say the same. */
  interface Sameness {
    boolean isSame(int row, int other);
  }

  /** These rows in order of time; rows of one time keep their order. */
  int[] sorted(int[] rows) {
    boolean sorted = true;
    long latestNs = Long.MIN_VALUE;
    for (int row : rows) {
      long time = timeNs.applyAsLong(row);
      if (time < latestNs) {
        sorted = false;
        listener.outOfOrder(line[row]);
      }
      latestNs = Math.max(latestNs, time);
    }
    return sorted ? rows : byTime(rows);
  }

  /** These rows in order of time, of each time the last. */
  int[] lastOfEachTime(int[] rows, Sameness sameness) {
    int[] order = sorted(rows);
    int count = 0;
    int[] kept = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      boolean last =
          i + 1 == order.length || timeNs.applyAsLong(order[i]) != timeNs.applyAsLong(order[i + 1]);
      if (last) {
        kept[count++] = order[i];
      } else {
        tell(order[i], order[i + 1], sameness);
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** A row is dropped for another. */
  void tell(int dropped, int kept, Sameness sameness) {
    if (sameness.isSame(dropped, kept)) {
      listener.identical(line[dropped], line[kept]);
    } else {
      listener.conflicting(line[dropped], line[kept]);
    }
  }

  private int[] byTime(int[] rows) {
    Integer[] boxed = Arrays.stream(rows).boxed().toArray(Integer[]::new);
    Arrays.sort(boxed, Comparator.comparingLong(timeNs::applyAsLong));
    return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
  }
}
