package io.tradewind.analytics.structure;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.MonotonicDeque;

/**
 * Swings by their neighbours: a high fractal is a bar whose high is not below those of {@code side}
 * bars before it and above those of as many after it, a low fractal the same upside down. Of
 * several high fractals without a low between them the highest counts, so a high becomes known as a
 * swing when the low fractal that ends its leg does, {@code side} bars after that low: the lowest
 * bar since the high. A bar that is both goes on with the leg that it extends.
 *
 * <p>Source: B. Williams (1995), "Trading Chaos", with two bars on either side; his fractals need
 * not come in turn and so are known after {@code side} bars, but some are then overtaken.
 */
public final class Fractals implements SwingDetector {
  private static final int LAYOUT = 1;

  private final Swings swings = new Swings();
  private final int bars;
  private final MonotonicDeque highest;
  private final MonotonicDeque lowest;
  private final Lag highs;
  private final Lag lows;
  private int direction;
  private double front = Double.NaN;
  private long frontBar;
  private boolean frontIsFractal;
  private double back = Double.NaN;
  private boolean sound = true;

  /**
   * By so many bars on either side.
   *
   * @param side at least 1, usually 2
   */
  public Fractals(int side) {
    Check.argument(side >= 1 && side <= 10_000, "side must be in 1..10000, was %s", side);
    bars = side;
    highest = new MonotonicDeque(2 * side + 1);
    lowest = new MonotonicDeque(2 * side + 1);
    highs = new Lag(side + 1);
    lows = new Lag(side + 1);
  }

  @Override
  public boolean update(double barHigh, double barLow, double close) {
    swings.advance(close);
    highest.push(barHigh);
    lowest.push(-barLow);
    highs.push(barHigh);
    lows.push(barLow);
    sound &= barHigh >= barLow;
    if (!highest.isFull()) {
      return false;
    }
    boolean highFractal = highest.age() == bars;
    boolean lowFractal = lowest.age() == bars;
    double high = highs.oldest();
    double low = lows.oldest();
    return switch (direction) {
      case 1 -> follow(high, highFractal, low, lowFractal);
      case -1 -> follow(low, lowFractal, high, highFractal);
      default -> begin(high, highFractal, low, lowFractal);
    };
  }

  private boolean begin(double high, boolean highFractal, double low, boolean lowFractal) {
    if (highFractal != lowFractal) {
      lead(highFractal ? 1 : -1, highFractal ? high : low, true);
    }
    return false;
  }

  private boolean follow(double ahead, boolean aheadFractal, double behind, boolean behindFractal) {
    if (direction * (ahead - front) >= 0) {
      lead(direction, ahead, aheadFractal);
      return false;
    }
    boolean furthestBack = !(direction * (behind - back) > 0);
    if (furthestBack) {
      back = behind;
    }
    if (!furthestBack || !behindFractal || !frontIsFractal) {
      return false;
    }
    swings.add(frontBar, front, direction > 0);
    lead(-direction, behind, true);
    return true;
  }

  private void lead(int where, double price, boolean fractal) {
    direction = where;
    front = price;
    frontBar = swings.now() - bars;
    frontIsFractal = fractal;
    back = Double.NaN;
  }

  @Override
  public Swings swings() {
    return swings;
  }

  @Override
  public int warmup() {
    return 2 * bars + 1;
  }

  @Override
  public boolean isSound() {
    return sound;
  }

  @Override
  public void reset() {
    swings.reset();
    highest.reset();
    lowest.reset();
    highs.reset();
    lows.reset();
    direction = 0;
    front = Double.NaN;
    frontBar = 0;
    frontIsFractal = false;
    back = Double.NaN;
    sound = true;
  }

  @Override
  public void save(StateWriter out) {
    out.section("fractals", LAYOUT).writeInt(direction).writeDouble(front).writeLong(frontBar);
    out.writeBoolean(frontIsFractal).writeDouble(back).writeBoolean(sound);
    swings.save(out);
    highest.save(out);
    lowest.save(out);
    highs.save(out);
    lows.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("fractals", LAYOUT);
    direction = in.readInt();
    front = in.readDouble();
    frontBar = in.readLong();
    frontIsFractal = in.readBoolean();
    back = in.readDouble();
    sound = in.readBoolean();
    swings.load(in);
    highest.load(in);
    lowest.load(in);
    highs.load(in);
    lows.load(in);
  }
}
