package io.tradewind.analytics.pattern.candle;

import io.tradewind.analytics.pattern.candle.Yardstick.Usual;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;
import java.util.Arrays;

/**
 * The last candles, each with what was usual before it. A candle with a price that is NaN is the
 * end of what came before: the next one is the first again.
 */
final class CandleWindow implements Resettable {
  /** How many candles are remembered. */
  static final int LENGTH = 8;

  /** That many, and ten before the oldest; beyond that they are not counted. */
  private static final int ENOUGH = LENGTH + 10;

  private static final int BODY_OF_TEN = Usual.BODY_OF_TEN.ordinal();
  private static final int RANGE_OF_TEN = Usual.RANGE_OF_TEN.ordinal();
  private static final int SHADOWS_OF_TEN = Usual.SHADOWS_OF_TEN.ordinal();
  private static final int RANGE_OF_FIVE = Usual.RANGE_OF_FIVE.ordinal();

  private final RollingSum bodies = new RollingSum(10);
  private final RollingSum ranges = new RollingSum(10);
  private final RollingSum shadows = new RollingSum(10);
  private final RollingSum rangesOfFive = new RollingSum(5);
  private final Candle[] candles = new Candle[LENGTH];
  private int last;
  private int seen;
  private long bars;

  /** Empty. */
  CandleWindow() {
    Arrays.setAll(candles, i -> new Candle());
  }

  /** Takes the next candle. */
  void add(double open, double high, double low, double close) {
    bars++;
    if (Double.isNaN(open + high + low + close)) {
      forget();
      return;
    }
    last = (last + 1) & (LENGTH - 1);
    Candle candle = candles[last];
    candle.set(open, high, low, close);
    candle.usual[BODY_OF_TEN] = bodies.mean();
    candle.usual[RANGE_OF_TEN] = ranges.mean();
    candle.usual[SHADOWS_OF_TEN] = shadows.mean();
    candle.usual[RANGE_OF_FIVE] = rangesOfFive.mean();
    double body = candle.body();
    double range = candle.range();
    bodies.add(body);
    ranges.add(range);
    shadows.add(range - body);
    rangesOfFive.add(range);
    if (seen < ENOUGH) {
      seen++;
    }
  }

  /** Whether there are that many candles since the first or the last that was NaN. */
  boolean holds(int count) {
    return seen >= count;
  }

  /** The candle that many before the last, 0 being the last itself. */
  Candle ago(int age) {
    return candles[(last - age) & (LENGTH - 1)];
  }

  /** The bar of that candle, counted from 0 at the first that was fed, NaN or not. */
  long bar(int age) {
    return bars - 1 - age;
  }

  @Override
  public void reset() {
    forget();
    bars = 0;
  }

  private void forget() {
    bodies.reset();
    ranges.reset();
    shadows.reset();
    rangesOfFive.reset();
    for (Candle candle : candles) {
      candle.set(0, 0, 0, 0);
      Arrays.fill(candle.usual, 0);
    }
    last = 0;
    seen = 0;
  }

  @Override
  public void save(StateWriter out) {
    bodies.save(out);
    ranges.save(out);
    shadows.save(out);
    rangesOfFive.save(out);
    for (Candle candle : candles) {
      candle.save(out);
    }
    out.writeInt(last).writeInt(seen).writeLong(bars);
  }

  @Override
  public void load(StateReader in) {
    bodies.load(in);
    ranges.load(in);
    shadows.load(in);
    rangesOfFive.load(in);
    for (Candle candle : candles) {
      candle.load(in);
    }
    last = in.readCount(LENGTH - 1);
    seen = in.readCount(ENOUGH);
    bars = in.readLong();
  }
}
