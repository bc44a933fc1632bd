package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;

/**
 * How far the price of one instrument has moved against the extremes of a span of time before it:
 * {@code (high - price) / high} downwards, {@code (price - low) / low} upwards. Prices may be in
 * any one unit above 0. The span reaches back at least as long as it was given and at most a
 * three-hundredth further. Constant room, constant work on average, nothing allocated.
 *
 * <p>A candle tells its open and close at their very times, so a gap between two candles is always
 * seen. Its high and low came at some time between, in an order that is not known. They are
 * therefore told only where they must lie within the span, whatever the path was: the low against
 * highs of candles that opened within the span before this one's close, and high against low of one
 * candle if it is not longer than the span ({@code (high - low) / high}, for one of the two came
 * first, and a rise is the larger ratio of the two). A candle longer than the span tells only its
 * gap; whether a long wick took seconds or an hour it cannot tell, and it is not told.
 *
 * <p>A time before the last one counts as the last one.
 */
public final class FlashCrash implements Stateful {
  private final long windowNs;
  private final long cellNs;
  private final TimedExtreme highs = new TimedExtreme();

  /** Of negative prices. */
  private final TimedExtreme lows = new TimedExtreme();

  private long nowNs = Long.MIN_VALUE;

  /**
   * Before the first price.
   *
   * @param windowNs the span, at least 300 ns
   */
  public FlashCrash(long windowNs) {
    Check.argument(windowNs >= TimedExtreme.CELLS, "windowNs must be >= 300, was %s", windowNs);
    this.windowNs = windowNs;
    this.cellNs = Math.ceilDiv(windowNs, TimedExtreme.CELLS);
  }

  /**
   * Takes a price and gives its move: below 0 the fall from the highest, above 0 the rise from the
   * lowest, whichever is larger; 0 of the first.
   */
  public double onPrice(long timeNs, double price) {
    Check.argument(isPrice(price), "a price must be > 0 and finite, at %s", timeNs);
    long cell = cell(timeNs);
    double move = move(cell, price);
    add(cell, price, price);
    return move;
  }

  private long cell(long timeNs) {
    nowNs = Math.max(nowNs, timeNs);
    return Math.floorDiv(nowNs, cellNs);
  }

  private static boolean isPrice(double price) {
    return price > 0 && price < Double.POSITIVE_INFINITY;
  }

  private void add(long cell, double high, double low) {
    highs.add(cell, high);
    lows.add(cell, -low);
  }

  private double move(long cell, double price) {
    double high = highs.greatest(cell);
    double low = -lows.greatest(cell);
    double fall = (price - high) / high;
    double rise = (price - low) / low;
    return Double.isNaN(high) ? 0 : larger(fall, rise);
  }

  private static double larger(double a, double b) {
    return Math.abs(b) > Math.abs(a) ? b : a;
  }

  /** Takes a whole candle and gives the largest move that it tells for certain. */
  public double onCandle(
      long openNs, long closeNs, double open, double high, double low, double close) {
    Check.argument(
        isPrice(low) && isPrice(high) && low <= Math.min(open, close),
        "prices must be > 0 and finite and none under the low, at %s",
        openNs);
    Check.argument(high >= Math.max(open, close), "no price may be over the high, at %s", openNs);
    Check.argument(closeNs > openNs, "a candle must close after it opens, at %s", openNs);
    double move = onPrice(openNs, open);
    if (closeNs - openNs <= windowNs) {
      long last = Math.floorDiv(Math.max(nowNs, closeNs), cellNs);
      move = larger(move, larger(fallTo(last, low), riseTo(last, high)));
      double range = (high - low) / high;
      move = larger(move, close < open ? -range : range);
      add(cell(openNs), high, low);
    }
    return larger(move, onPrice(closeNs, close));
  }

  private double fallTo(long cell, double price) {
    double high = highs.greatest(cell);
    return high > price ? (price - high) / high : 0;
  }

  private double riseTo(long cell, double price) {
    double low = -lows.greatest(cell);
    return low < price ? (price - low) / low : 0;
  }

  /** Forgets what came before, so that one move is not told twice. */
  public void forget() {
    highs.clear();
    lows.clear();
  }

  @Override
  public void save(StateWriter out) {
    out.section("flash-crash", 1).writeLong(nowNs);
    highs.save(out);
    lows.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("flash-crash", 1);
    nowNs = in.readLong();
    highs.load(in);
    lows.load(in);
  }
}
