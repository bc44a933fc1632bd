package io.tradewind.analytics.pattern;

/** Where a pattern says that the price will go. */
public enum Direction {
  /** Down. */
  BEARISH(-1),
  /** Neither. */
  NEUTRAL(0),
  /** Up. */
  BULLISH(1);

  private final int sign;

  Direction(int sign) {
    this.sign = sign;
  }

  /** Of a number by its sign. */
  public static Direction of(double signed) {
    if (signed == 0) {
      return NEUTRAL;
    }
    return signed > 0 ? BULLISH : BEARISH;
  }

  /** -1, 0 or 1. */
  public int sign() {
    return sign;
  }
}
