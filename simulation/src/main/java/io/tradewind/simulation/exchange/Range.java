package io.tradewind.simulation.exchange;

import io.tradewind.analytics.check.Check;

/** Least, greatest and step, each off at 0. */
final class Range {
  private Range() {}

  static boolean admits(long valueE8, long minE8, long maxE8, long stepE8) {
    return valueE8 >= minE8
        && (maxE8 == 0 || valueE8 <= maxE8)
        && (stepE8 == 0 || valueE8 % stepE8 == 0);
  }

  static void check(long min, long max, long step) {
    Check.argument(
        min >= 0 && step >= 0 && (max == 0 || max >= min),
        "min and step must be >= 0 and max 0 or >= min, were %s %s %s",
        min,
        step,
        max);
  }

  static void checkMinutes(int minutes) {
    Check.argument(minutes >= 0, "averageMinutes must be >= 0, was %s", minutes);
  }

  static void checkLimit(int limit) {
    Check.argument(limit >= 0, "limit must be >= 0, was %s", limit);
  }
}
