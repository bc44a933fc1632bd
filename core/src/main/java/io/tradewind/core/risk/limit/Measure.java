package io.tradewind.core.risk.limit;

/** How a number is held against a limit. */
final class Measure {
  /** A limit is reached a hair early rather than missed by a rounding. */
  private static final double HAIR = 1e-12;

  private Measure() {}

  /** Whether a number is at its limit or over it; never if the limit is infinite. */
  static boolean reaches(double value, double limit) {
    return value >= limit * (1 - HAIR);
  }
}
