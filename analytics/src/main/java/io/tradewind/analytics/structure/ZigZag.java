package io.tradewind.analytics.structure;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.volatility.Atr;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Swings by how far the price comes back. After a low, the highest high since becomes known as a
 * swing at the first bar whose low is {@code size} percent of it, or {@code size} average true
 * ranges as they were at its bar, below it, or falls below the low before it; and the other way
 * round. A bar that goes further is no way back, whatever else it does: what came first inside of
 * it is not known. Of equal highs the first counts. The first swing of all is the extreme that is
 * left first; a bar that leaves both begins anew.
 *
 * <p>Source: the zigzag of A. W. Cohen (Chartcraft) and its use in R. W. Colby (2003), "The
 * Encyclopedia of Technical Market Indicators", which redraw their last leg; here only what stands
 * is told, with the bar from which on it does. Lo, Mamaysky and Wang (2000), "Foundations of
 * Technical Analysis", Journal of Finance 55(4), smooth the price by a kernel to the same end.
 */
public final class ZigZag implements SwingDetector {
  private static final int LAYOUT = 1;

  private final Swings swings = new Swings();
  private final double fraction;
  private final double multiple;
  private final Atr atr;
  private final Extreme high = new Extreme(1);
  private final Extreme low = new Extreme(-1);
  private int direction;
  private boolean sound = true;

  private ZigZag(double fraction, double multiple, int atrLength) {
    this.fraction = fraction;
    this.multiple = multiple;
    atr = new Atr(atrLength);
  }

  /**
   * By a part of the price.
   *
   * @param percent above 0, below 100
   */
  public static ZigZag ofPercent(double percent) {
    Check.argument(percent > 0 && percent < 100, "percent must be in (0, 100), was %s", percent);
    return new ZigZag(percent / 100.0, 0, 1);
  }

  /**
   * By its usual range.
   *
   * @param multiple above 0, usually 3
   * @param length bars of the average true range, usually 14
   */
  public static ZigZag ofAtr(double multiple, int length) {
    Check.argument(multiple > 0, "multiple must be > 0, was %s", multiple);
    return new ZigZag(0, multiple, length);
  }

  @Override
  public boolean update(double barHigh, double barLow, double close) {
    swings.advance(close);
    atr.update(close, barHigh, barLow, close, 0);
    sound &= barHigh >= barLow;
    if (multiple > 0 && !atr.isReady()) {
      return false;
    }
    if (direction == 0) {
      return begin(barHigh, barLow);
    }
    return direction > 0 ? follow(high, barHigh, low, barLow) : follow(low, barLow, high, barHigh);
  }

  private boolean begin(double barHigh, double barLow) {
    boolean higher = high.extend(barHigh);
    boolean lower = low.extend(barLow);
    boolean down = !higher && high.isLeft(barLow);
    boolean up = !lower && low.isLeft(barHigh);
    if (down && up) {
      high.forget();
      low.forget();
      high.extend(barHigh);
      low.extend(barLow);
      return false;
    }
    if (down) {
      turn(high, low, barLow);
    } else if (up) {
      turn(low, high, barHigh);
    }
    return down || up;
  }

  private boolean follow(Extreme ahead, double front, Extreme behind, double back) {
    if (ahead.extend(front)) {
      return false;
    }
    boolean beyond = swings.size() > 0 && behind.side * (back - swings.price(0)) > 0;
    if (!beyond && !ahead.isLeft(back)) {
      return false;
    }
    turn(ahead, behind, back);
    return true;
  }

  private void turn(Extreme ahead, Extreme behind, double back) {
    swings.add(ahead.bar, ahead.price, ahead.side > 0);
    behind.forget();
    behind.extend(back);
    direction = behind.side;
  }

  @Override
  public Swings swings() {
    return swings;
  }

  @Override
  public int warmup() {
    return multiple > 0 ? atr.warmup() : 1;
  }

  @Override
  public boolean isSound() {
    return sound;
  }

  @Override
  public void reset() {
    swings.reset();
    atr.reset();
    high.forget();
    low.forget();
    direction = 0;
    sound = true;
  }

  @Override
  public void save(StateWriter out) {
    out.section("zigzag", LAYOUT).writeInt(direction).writeBoolean(sound);
    swings.save(out);
    atr.save(out);
    high.save(out);
    low.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("zigzag", LAYOUT);
    direction = in.readInt();
    sound = in.readBoolean();
    swings.load(in);
    atr.load(in);
    high.load(in);
    low.load(in);
  }

  /** The furthest price of a leg so far, upward if its side is 1, and the way back that ends it. */
  private final class Extreme {
    private final int side;
    private double price = Double.NaN;
    private long bar;
    private double wayBack;

    private Extreme(int side) {
      this.side = side;
    }

    private boolean extend(double to) {
      if (side * (to - price) <= 0) {
        return false;
      }
      price = to;
      bar = swings.now();
      wayBack = multiple > 0 ? multiple * atr.value() : fraction * Math.abs(to);
      return true;
    }

    private boolean isLeft(double by) {
      double distance = side * (price - by);
      return distance > 0 && distance >= wayBack;
    }

    private void forget() {
      price = Double.NaN;
      bar = 0;
      wayBack = 0;
    }

    private void save(StateWriter out) {
      out.writeDouble(price).writeLong(bar).writeDouble(wayBack);
    }

    private void load(StateReader in) {
      price = in.readDouble();
      bar = in.readLong();
      wayBack = in.readDouble();
    }
  }
}
