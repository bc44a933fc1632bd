package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingRange;

/**
 * Chop zone, -90 to 90 degrees: the angle at which the exponential average of {@code average}
 * closes rises, {@code atan(25 low / (high - low) (ema - ema') / tp)} with the highest high and
 * lowest low of {@code length} bars and the typical price {@code tp}; 0 without any range. Ready
 * when both are. As TradingView's Chop Zone, which rounds it to whole degrees and shows colours: 5,
 * 3.57, 2.14 and 0.71 degrees are their borders on either side.
 */
public final class ChopZone extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 2, 100_000);

  private static final IntParameter AVERAGE = Parameter.integer("average", 34, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "chop-zone", "Chop zone: angle of an average, in degrees")
          .source("angle of the rise of an average in 1/25 of the range")
          .parameter(LENGTH)
          .parameter(AVERAGE)
          .output("angle", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new ChopZone(values.get(LENGTH), values.get(AVERAGE)));

  private final RollingRange extremes;

  private final Ema ema;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 30
   * @param average closes in the average, at least 1, usually 34
   */
  public ChopZone(int length, int average) {
    super(DEFINITION, Math.max(LENGTH.check(length), AVERAGE.check(average) + 1));
    extremes = part(new RollingRange(length));
    ema = part(new Ema(average));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    extremes.push(high, low);
    double bottom = extremes.lowest();
    double before = ema.value();
    double rise = ema.update(close) - before;
    double range = extremes.range();
    double steep = 25.0 * bottom / range * rise / ((high + low + close) / 3.0);
    return publish(range == 0 ? 0.0 : Math.toDegrees(StrictMath.atan(steep)));
  }
}
