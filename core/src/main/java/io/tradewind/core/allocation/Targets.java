package io.tradewind.core.allocation;

/** Wishes brought within floors and caps, in whole millionths. */
final class Targets {
  private Targets() {}

  /**
   * The weights nearest to the wishes, by the sum of squared differences, that keep to their bounds
   * and sum to the whole: each wish moved by the same amount and then brought within its bounds (M.
   * Held, P. Wolfe and H. Crowder 1974, "Validation of subgradient optimization", Mathematical
   * Programming 6). What is left by rounding goes one by one to the first that can take it. Where
   * the caps leave some of the whole over, all are at their caps; the floors must fit into it.
   */
  static long[] within(long[] wishes, long[] floors, long[] caps, long whole) {
    long low = -2 * Allocator.WHOLE_PPM;
    long high = 2 * Allocator.WHOLE_PPM;
    while (low < high) {
      long middle = Math.floorDiv(low + high + 1, 2);
      if (sum(moved(wishes, floors, caps, middle)) <= whole) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    long[] targets = moved(wishes, floors, caps, low);
    long[] next = moved(wishes, floors, caps, low + 1);
    long left = whole - sum(targets);
    for (int i = 0; i < targets.length && left > 0; i++) {
      if (next[i] > targets[i]) {
        targets[i]++;
        left--;
      }
    }
    return targets;
  }

  static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  private static long[] moved(long[] wishes, long[] floors, long[] caps, long by) {
    long[] moved = new long[wishes.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = Math.max(floors[i], Math.min(caps[i], wishes[i] + by));
    }
    return moved;
  }

  /** Parts of amounts in proportion that sum to a part of their sum, none above its amount. */
  static long[] scaled(long[] amounts, long to) {
    long whole = sum(amounts);
    long[] parts = new long[amounts.length];
    long before = 0;
    long partsBefore = 0;
    for (int i = 0; i < parts.length && whole > 0; i++) {
      before += amounts[i];
      long partsNow = before * to / whole;
      parts[i] = partsNow - partsBefore;
      partsBefore = partsNow;
    }
    return parts;
  }
}
