package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Holt-Winters average: level, trend and acceleration, each exponentially smoothed, and the
 * forecast {@code f = l + v + a / 2} that they make: {@code l = (1 - level) f' + level x}, {@code v
 * = (1 - trend) (v' + a') + trend (l - l')}, {@code a = (1 - acceleration) a' + acceleration (v -
 * v')}. The channel is {@code width} times the root of the exponentially smoothed squared distance
 * of the values from it, until the bar before the last. Outputs: 0 middle, 1 upper, 2 lower. Ready
 * after 1 value, which is where it begins. Source: P. R. Winters (1960), "Forecasting Sales by
 * Exponentially Weighted Moving Averages", Management Science 6. As pandas-ta's hwma and hwc.
 */
public final class HoltWinters extends SeriesIndicator {
  private static final DecimalParameter LEVEL = Parameter.decimal("level", 0.2, 0.001, 1);

  private static final DecimalParameter TREND = Parameter.decimal("trend", 0.1, 0.001, 1);

  private static final DecimalParameter ACCELERATION =
      Parameter.decimal("acceleration", 0.1, 0.001, 1);

  private static final DecimalParameter VARIANCE = Parameter.decimal("variance", 0.1, 0.001, 1);

  private static final DecimalParameter WIDTH = Parameter.decimal("width", 1, 0.001, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "holt-winters", "Holt-Winters average with a channel")
          .source(
              "C. C. Holt (1957) and P. R. Winters (1960), exponentially smoothed level, trend and acceleration")
          .parameter(LEVEL)
          .parameter(TREND)
          .parameter(ACCELERATION)
          .parameter(VARIANCE)
          .parameter(WIDTH)
          .output("middle", Unit.PRICE)
          .output("upper", Unit.PRICE)
          .output("lower", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values ->
              new HoltWinters(
                  values.get(LEVEL),
                  values.get(TREND),
                  values.get(ACCELERATION),
                  values.get(VARIANCE),
                  values.get(WIDTH)));

  private final double level;

  private final double trend;

  private final double acceleration;

  private final double variance;

  private final double width;

  private double l;

  private double v;

  private double a;

  private double input;

  private double middle;

  private double spread;

  /**
   * With weights.
   *
   * @param level weight of the newest value, usually 0.2
   * @param trend weight of the newest trend, usually 0.1
   * @param acceleration weight of the newest acceleration, usually 0.1
   * @param variance weight of the newest squared distance, usually 0.1
   * @param width deviations to a band, usually 1
   */
  public HoltWinters(
      double level, double trend, double acceleration, double variance, double width) {
    super(DEFINITION, 1);
    this.level = LEVEL.check(level);
    this.trend = TREND.check(trend);
    this.acceleration = ACCELERATION.check(acceleration);
    this.variance = VARIANCE.check(variance);
    this.width = WIDTH.check(width);
  }

  @Override
  public double update(double value) {
    if (seen() == 0) {
      l = value;
      input = value;
      middle = value;
    }
    double nextLevel = (1.0 - level) * (l + v + 0.5 * a) + level * value;
    double nextTrend = (1.0 - trend) * (v + a) + trend * (nextLevel - l);
    a = (1.0 - acceleration) * a + acceleration * (nextTrend - v);
    l = nextLevel;
    v = nextTrend;
    double reach = width * Math.sqrt(spread);
    spread = (1.0 - variance) * spread + variance * (input - middle) * (input - middle);
    input = value;
    middle = l + v + 0.5 * a;
    return publish(middle, middle + reach, middle - reach);
  }

  @Override
  protected void resetOwn() {
    l = 0;
    v = 0;
    a = 0;
    input = 0;
    middle = 0;
    spread = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(l)
        .writeDouble(v)
        .writeDouble(a)
        .writeDouble(input)
        .writeDouble(middle)
        .writeDouble(spread);
  }

  @Override
  protected void loadOwn(StateReader in) {
    l = in.readDouble();
    v = in.readDouble();
    a = in.readDouble();
    input = in.readDouble();
    middle = in.readDouble();
    spread = in.readDouble();
  }
}
