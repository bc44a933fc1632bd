package io.tradewind.analytics.structure;

/** How well a form is drawn, in numbers above 0 up to 1, of which a confidence is the mean. */
final class Measure {
  /** What a limit gives way, so that rounding does not decide where ticks hit it exactly. */
  static final double HAIR = 1e-9;

  private Measure() {}

  /** 1 without deviation, one half at the edge of what is allowed. */
  static double closeness(double deviation, double allowed) {
    return 1.0 - 0.5 * Math.abs(deviation) / allowed;
  }

  /** 1 for two lengths that are alike, near 0 for one that is much longer. */
  static double balance(double first, double second) {
    return Math.min(first, second) / Math.max(first, second);
  }

  /** 1 from twice the least length that is allowed, one half at it. */
  static double reach(double length, double least) {
    return Math.min(1.0, 0.5 * length / least);
  }

  /**
   * Whether a close lies on the wrong side of the invalidation of what points up (1) or down (-1).
   */
  static boolean isBeyond(int direction, double close, double invalidation) {
    return direction * (close - invalidation) < -HAIR * Math.abs(invalidation);
  }
}
