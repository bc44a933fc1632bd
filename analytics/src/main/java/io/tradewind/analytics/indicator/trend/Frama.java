package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingRange;

/**
 * Fractal adaptive moving average of the middles of the bars: {@code frama += a (x - frama)} with
 * {@code a = exp(-4.6 (d - 1))}, at least 0.01 and at most 1. The dimension {@code d = (ln(n1 + n2)
 * - ln(n3)) / ln(2)} compares the ranges of both halves of the window, each over {@code half} bars,
 * with that of the whole over {@code 2 half} bars; it stays as it was while one of them is 0. It
 * begins at the middle of the bar before the first one it gives. Ready after {@code 2 half} bars.
 * Source: J. F. Ehlers (2005), "FRAMA: Fractal Adaptive Moving Average", Stocks and Commodities 23.
 */
public final class Frama extends BarIndicator {
  private static final IntParameter HALF = Parameter.integer("half", 8, 1, 50_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "frama", "Fractal adaptive moving average")
          .source("J. F. Ehlers (2005), FRAMA: Fractal Adaptive Moving Average, TASC 23")
          .parameter(HALF)
          .output("frama", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Frama(values.get(HALF)));

  private static final double LN2 = StrictMath.log(2.0);

  private final int half;
  private final RollingRange extremes;
  private final Lag highs;
  private final Lag lows;
  private double previous;
  private double dimension = 1.0;
  private double frama;

  /**
   * Over the last bars.
   *
   * @param half half the length of the window, at least 1, usually 8
   */
  public Frama(int half) {
    super(DEFINITION, 2 * HALF.check(half));
    this.half = half;
    extremes = part(new RollingRange(half));
    highs = part(new Lag(half));
    lows = part(new Lag(half));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    extremes.push(high, low);
    double newHigh = extremes.highest();
    double newLow = extremes.lowest();
    double oldHigh = highs.push(newHigh);
    double oldLow = lows.push(newLow);
    double middle = (high + low) / 2.0;
    if (seen() >= warmup() - 1) {
      double halves = (newHigh - newLow + (oldHigh - oldLow)) / half;
      double whole = (Math.max(newHigh, oldHigh) - Math.min(newLow, oldLow)) / (2.0 * half);
      if (newHigh != newLow && oldHigh != oldLow) {
        dimension = StrictMath.log(halves / whole) / LN2;
      }
      double factor = Math.clamp(StrictMath.exp(-4.6 * (dimension - 1.0)), 0.01, 1.0);
      double last = isReady() ? frama : previous;
      frama = last + factor * (middle - last);
    }
    previous = middle;
    return publish(frama);
  }

  @Override
  protected void resetOwn() {
    previous = 0;
    dimension = 1.0;
    frama = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous).writeDouble(dimension).writeDouble(frama);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
    dimension = in.readDouble();
    frama = in.readDouble();
  }
}
