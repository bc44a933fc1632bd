package io.tradewind.analytics.window;

/**
 * Doubles as whole numbers of the same order, -0 before 0 and NaN the greatest: of two such the
 * processor finds the greater without a branch that it could not foresee.
 */
final class Rank {
  /** Before all. */
  static final long LEAST = Long.MIN_VALUE;

  private Rank() {}

  /** The rank of a value. */
  static long of(double value) {
    return ordered(Double.doubleToLongBits(value));
  }

  /** The value of a rank. */
  static double value(long rank) {
    return Double.longBitsToDouble(ordered(rank));
  }

  /** The bits of doubles are magnitudes with a sign: as numbers of the same order; and back. */
  private static long ordered(long bits) {
    return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
  }
}
