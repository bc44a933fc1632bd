package io.tradewind.store.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToLongFunction;

/** Row numbers in order of time; rows of one time keep their order. */
final class StableOrder {
  private StableOrder() {}

  static int[] byTime(int[] rows, IntToLongFunction timeNs) {
    Integer[] boxed = Arrays.stream(rows).boxed().toArray(Integer[]::new);
    Arrays.sort(boxed, Comparator.comparingLong(timeNs::applyAsLong));
    return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
  }
}
