package io.tradewind.store.importer;

import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongPredicate;

/** What the times of candles say about their interval. */
final class Spacing {
  private Spacing() {}

  /** The most common spacing; empty if there are too few rows, or it is no whole second. */
  static Optional<Interval> mostCommon(long[] spacings) {
    Most most = most(spacings);
    return most.count == 0 || most.spacingNs % Utc.SECOND_NS != 0
        ? Optional.empty()
        : Optional.of(new Interval(most.spacingNs));
  }

  /**
   * Whether the rows cannot be candles of this length: half of them or more are spaced by one and
   * the same other length. Holes do not look like that, since they differ.
   */
  static boolean contradicts(long[] spacings, Interval interval) {
    Most most = most(spacings);
    return most.count > 0
        && most.spacingNs != interval.durationNs()
        && most.count * 2 >= spacings.length;
  }

  /** Whether a candle may open at a time: the aggregator's grid is the only one. */
  static LongPredicate alignedTo(Interval interval) {
    return timeNs -> interval.floor(timeNs) == timeNs;
  }

  private static Most most(long[] spacings) {
    long[] sorted = spacings.clone();
    Arrays.sort(sorted);
    Most most = new Most(0, 0);
    for (int i = 0; i < sorted.length; ) {
      int end = i;
      while (end < sorted.length && sorted[end] == sorted[i]) {
        end++;
      }
      if (end - i > most.count) {
        most = new Most(sorted[i], end - i);
      }
      i = end;
    }
    return most;
  }

  private record Most(long spacingNs, int count) {}
}
