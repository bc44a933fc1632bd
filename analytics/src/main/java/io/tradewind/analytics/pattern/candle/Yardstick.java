package io.tradewind.analytics.pattern.candle;

/**
 * What counts as long, short or equal: a factor times what is usual among the candles before. The
 * words are those of S. Nison (1991), "Japanese Candlestick Charting Techniques", who gives no
 * numbers; the numbers are the defaults of TA-Lib (A. Ciceri, 2004), without that of a very long
 * body, which no pattern asks for.
 */
enum Yardstick {
  /** A body above this is long. */
  BODY_LONG(1.0, Usual.BODY_OF_TEN),
  /** A body below this is short. */
  BODY_SHORT(1.0, Usual.BODY_OF_TEN),
  /** A body up to this is none: open and close count as equal. */
  BODY_DOJI(0.1, Usual.RANGE_OF_TEN),
  /** A shadow above this is long. */
  SHADOW_LONG(1.0, Usual.OWN_BODY),
  /** A shadow above this is very long. */
  SHADOW_VERY_LONG(2.0, Usual.OWN_BODY),
  /** A shadow below this is short: half of the two shadows together. */
  SHADOW_SHORT(0.5, Usual.SHADOWS_OF_TEN),
  /** A shadow below this is as good as none. */
  SHADOW_VERY_SHORT(0.1, Usual.RANGE_OF_TEN),
  /** Prices up to this apart are near each other. */
  NEAR(0.2, Usual.RANGE_OF_FIVE),
  /** Lengths more than this apart are far from each other. */
  FAR(0.6, Usual.RANGE_OF_FIVE),
  /** Prices up to this apart are equal. */
  EQUAL(0.05, Usual.RANGE_OF_FIVE);

  /** What is usual as of a candle: means over the candles before it, without it. */
  enum Usual {
    /** The candle's own {@code |close - open|}. */
    OWN_BODY,
    /** Mean of {@code |close - open|} of ten candles. */
    BODY_OF_TEN,
    /** Mean of {@code high - low} of ten candles. */
    RANGE_OF_TEN,
    /** Mean of both shadows together of ten candles. */
    SHADOWS_OF_TEN,
    /** Mean of {@code high - low} of five candles. */
    RANGE_OF_FIVE
  }

  private final double factor;
  private final int usual;

  Yardstick(double factor, Usual usual) {
    this.factor = factor;
    this.usual = usual.ordinal();
  }

  /** Its length, given what is usual, {@code [Usual]}. */
  double length(double[] usualLengths) {
    return factor * usualLengths[usual];
  }
}
