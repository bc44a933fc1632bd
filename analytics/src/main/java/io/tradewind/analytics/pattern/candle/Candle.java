package io.tradewind.analytics.pattern.candle;

import io.tradewind.analytics.pattern.candle.Yardstick.Usual;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * A candle and what was usual before it, in the words in which patterns are told.
 *
 * <p>Prices are compared as they are. Lengths are differences and means of prices, in which decimal
 * fractions leave errors of rounding: such a comparison counts what differs by less than 2^-40 of
 * the price as equal, which is far less than a tick and far more than those errors. So the answer
 * is that of exact arithmetic, whatever the unit of the prices.
 */
final class Candle {
  private static final double ROUNDING = 0x1p-40;
  private static final int PRICES = 4;

  /** {@code [Usual]}, filled by {@link CandleWindow}. */
  final double[] usual = new double[Usual.values().length];

  private double open;
  private double high;
  private double low;
  private double close;
  private double top;
  private double bottom;
  private double slack;

  /** Becomes another candle; what was usual before it is not known yet. */
  void set(double newOpen, double newHigh, double newLow, double newClose) {
    open = newOpen;
    high = newHigh;
    low = newLow;
    close = newClose;
    top = Math.max(open, close);
    bottom = Math.min(open, close);
    slack = ROUNDING * Math.max(Math.abs(high), Math.abs(low));
    usual[Usual.OWN_BODY.ordinal()] = body();
  }

  double open() {
    return open;
  }

  double high() {
    return high;
  }

  double low() {
    return low;
  }

  double close() {
    return close;
  }

  /** The higher end of the body. */
  double top() {
    return top;
  }

  /** The lower end of the body. */
  double bottom() {
    return bottom;
  }

  double body() {
    return top - bottom;
  }

  double range() {
    return high - low;
  }

  double upperShadow() {
    return high - top;
  }

  double lowerShadow() {
    return bottom - low;
  }

  /** As long as this is. */
  double length(Yardstick yardstick) {
    return yardstick.length(usual);
  }

  /** Whether the first length or price is above the second, rounding aside. */
  boolean above(double first, double second) {
    return first - second > slack;
  }

  /** Whether two prices are no further apart than that. */
  boolean within(Yardstick yardstick, double first, double second) {
    return !above(Math.abs(first - second), length(yardstick));
  }

  /** Closes no lower than it opens. */
  boolean isWhite() {
    return close >= open;
  }

  /** Closes lower than it opens. */
  boolean isBlack() {
    return close < open;
  }

  boolean hasColourOf(Candle other) {
    return isWhite() == other.isWhite();
  }

  /** 1 if white, -1 if black. */
  int sign() {
    return isWhite() ? 1 : -1;
  }

  /** Bullish if white, bearish if black, if a pattern is found. */
  int inColour(boolean found) {
    return found ? sign() * CandleShape.BULLISH : CandleShape.NONE;
  }

  boolean isLong() {
    return above(body(), length(Yardstick.BODY_LONG));
  }

  boolean isShort() {
    return above(length(Yardstick.BODY_SHORT), body());
  }

  /** Short, or as long as usual. */
  boolean isSmall() {
    return !above(body(), length(Yardstick.BODY_SHORT));
  }

  /** Opens and closes at about the same price. */
  boolean isDoji() {
    return isDojiAsOf(this);
  }

  /** The same by what was usual before another candle. */
  boolean isDojiAsOf(Candle other) {
    return !above(body(), other.length(Yardstick.BODY_DOJI));
  }

  boolean upperExceeds(Yardstick yardstick) {
    return above(upperShadow(), length(yardstick));
  }

  boolean lowerExceeds(Yardstick yardstick) {
    return above(lowerShadow(), length(yardstick));
  }

  boolean upperIsBelow(Yardstick yardstick) {
    return above(length(yardstick), upperShadow());
  }

  boolean lowerIsBelow(Yardstick yardstick) {
    return above(length(yardstick), lowerShadow());
  }

  /** No shadow above to speak of. */
  boolean hasFlatTop() {
    return upperIsBelow(Yardstick.SHADOW_VERY_SHORT);
  }

  /** No shadow below to speak of. */
  boolean hasFlatBottom() {
    return lowerIsBelow(Yardstick.SHADOW_VERY_SHORT);
  }

  /** A long body and no shadows to speak of. */
  boolean isMarubozu() {
    return isLong() && hasFlatTop() && hasFlatBottom();
  }

  /** Its body lies above the other's. */
  boolean bodyAbove(Candle other) {
    return bottom > other.top;
  }

  /** Its body lies below the other's. */
  boolean bodyBelow(Candle other) {
    return top < other.bottom;
  }

  /** All of it lies above all of the other. */
  boolean whollyAbove(Candle other) {
    return low > other.high;
  }

  /** All of it lies below all of the other. */
  boolean whollyBelow(Candle other) {
    return high < other.low;
  }

  /** Its body lies within the other's and touches neither end. */
  boolean bodyInside(Candle other) {
    return top < other.top && bottom > other.bottom;
  }

  boolean opensInBodyOf(Candle other) {
    return open < other.top && open > other.bottom;
  }

  boolean closesInBodyOf(Candle other) {
    return close < other.top && close > other.bottom;
  }

  /** Its range lies within the other's and touches neither end. */
  boolean isInside(Candle other) {
    return high < other.high && low > other.low;
  }

  /** High and low are both higher. */
  boolean isHigherThan(Candle other) {
    return high > other.high && low > other.low;
  }

  /** High and low are both lower. */
  boolean isLowerThan(Candle other) {
    return high < other.high && low < other.low;
  }

  void save(StateWriter out) {
    double[] state = new double[PRICES + usual.length];
    state[0] = open;
    state[1] = high;
    state[2] = low;
    state[3] = close;
    System.arraycopy(usual, 0, state, PRICES, usual.length);
    out.writeDoubles(state);
  }

  void load(StateReader in) {
    double[] state = new double[PRICES + usual.length];
    in.readDoubles(state);
    set(state[0], state[1], state[2], state[3]);
    System.arraycopy(state, PRICES, usual, 0, usual.length);
  }
}
