package io.tradewind.research.bias;

import io.tradewind.core.time.Interval;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which other starts are tried. The longest histories lie between half and all of what there is;
 * the others become shorter by a factor, down to what the strategy needs to be told of a candle at
 * all. They are primes, every second one with one more, so that a strategy that counts candles and
 * acts on every so-manyth is not hit by chance.
 */
final class Starts {
  private static final double[] LONGEST = {0.85, 0.75, 0.65, 0.55};
  private static final double LONGEST_OF_THE_REST = 0.45;

  private Starts() {}

  /**
   * A start.
   *
   * @param history candles before the span
   * @param beginNs where its candles begin
   * @param isWhole whether the first candle of every interval is a whole one, so that features can
   *     be compared from there on
   */
  record Start(int history, long beginNs, boolean isWhole) {}

  /** The shortest history first. */
  static List<Start> choose(
      long fromNs, Interval interval, Interval longest, int history, int firstCall, int count) {
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double wanted =
          i < LONGEST.length ? LONGEST[i] * history : rest(history, firstCall, i, count);
      long length = Math.max(firstCall, prime((long) wanted) + i % 2);
      long beginNs = fromNs - length * interval.durationNs();
      boolean aligns = i % 2 == 0 && !longest.equals(interval);
      starts.add(start(aligns ? longest.floor(beginNs) : beginNs, fromNs, interval, longest));
    }
    starts.sort(Comparator.comparingInt(Start::history));
    return starts.stream().filter(start -> start.history() < history).distinct().toList();
  }

  private static Start start(long beginNs, long fromNs, Interval interval, Interval longest) {
    int history = (int) ((fromNs - beginNs) / interval.durationNs());
    return new Start(history, beginNs, longest.floor(beginNs) == beginNs);
  }

  private static double rest(int history, int firstCall, int i, int count) {
    double top = Math.max(LONGEST_OF_THE_REST * history, firstCall);
    double share = (double) (i - LONGEST.length) / Math.max(1, count - LONGEST.length - 1);
    return top * Math.pow(firstCall / top, share);
  }

  /** A prime near a number, or the number itself where it is small. */
  static long prime(long near) {
    return near < 3
        ? Math.max(1, near)
        : BigInteger.valueOf(near - 1).nextProbablePrime().longValue();
  }
}
