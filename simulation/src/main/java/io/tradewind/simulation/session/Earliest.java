package io.tradewind.simulation.session;

import java.util.Arrays;

/**
 * Which of many sources is due first; of several at once the one with the lowest number. A
 * tournament: each inner node holds the winner of its two, so that a change costs as many
 * comparisons as the tree is high (D. E. Knuth, The Art of Computer Programming 3, 5.4.1).
 */
final class Earliest {
  /** Never. */
  static final long NEVER = Long.MAX_VALUE;

  private final int leaves;
  private final long[] times;
  private final int[] winners;

  /** None is due. */
  Earliest(int sources) {
    this.leaves = Math.max(2, Integer.highestOneBit(Math.max(1, sources - 1)) * 2);
    this.times = new long[leaves];
    this.winners = new int[leaves];
    Arrays.fill(times, NEVER);
    for (int node = leaves - 1; node > 0; node--) {
      winners[node] = left(node);
    }
  }

  /** When a source is due, {@link #NEVER} if it is over. */
  void set(int source, long timeNs) {
    if (times[source] == timeNs) {
      return;
    }
    times[source] = timeNs;
    for (int node = (leaves + source) / 2; node > 0; node /= 2) {
      int left = left(node);
      int right = right(node);
      winners[node] = times[right] < times[left] ? right : left;
    }
  }

  private int left(int node) {
    return 2 * node >= leaves ? 2 * node - leaves : winners[2 * node];
  }

  private int right(int node) {
    return 2 * node >= leaves ? 2 * node + 1 - leaves : winners[2 * node + 1];
  }

  /** The source that is due first. */
  int first() {
    return winners[1];
  }

  /** When the first is due. */
  long timeNs() {
    return times[winners[1]];
  }
}
