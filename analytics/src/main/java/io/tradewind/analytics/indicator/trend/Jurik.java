package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Jurik moving average: an exponential average whose factor rises with the volatility of the price
 * around two bands that follow it, then twice smoothed. Its author never published it; this is the
 * form that has become public, with {@code phase} between -100, more lag, and 100, more overshoot.
 * The volatility is held against its mean of the last 66 bars. Ready after {@code length} values.
 * Source: M. Jurik (1998), Jurik Research, as reconstructed by others. As pandas-ta's jma, but the
 * volatility of 10 bars is summed anew instead of by a running sum.
 */
public final class Jurik extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 7, 2, 100_000);

  private static final DecimalParameter PHASE = Parameter.decimal("phase", 0, -100, 100);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "jma", "Jurik moving average")
          .source("M. Jurik; formula after what is publicly known of his JMA")
          .parameter(LENGTH)
          .parameter(PHASE)
          .output("jma", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Jurik(values.get(LENGTH), values.get(PHASE)));

  private final double half;

  private final double lift;

  private final double exponent;

  private final double most;

  private final double logBand;

  private final double base;

  private final double logBase;

  private final double phaseShare;

  private final RollingSum volatilities;

  private final RollingSum means;

  private double upper;

  private double lower;

  private double first;

  private double average;

  private double trend;

  private double step;

  private double bars;

  private static final int VOLATILITY_OF = 10;

  private static final int MEAN_OF = 66;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 7
   * @param phase -100 to 100, usually 0
   */
  public Jurik(int length, double phase) {
    super(DEFINITION, LENGTH.check(length));
    half = 0.5 * (length - 1);
    lift = Math.max(StrictMath.log(Math.sqrt(half)) / StrictMath.log(2.0) + 2.0, 0.0);
    exponent = Math.max(lift - 2.0, 0.5);
    most = StrictMath.pow(lift, 1.0 / exponent);
    logBand = -StrictMath.log1p(1.0 / (lift * Math.sqrt(half)));
    base = 0.45 * (length - 1) / (0.45 * (length - 1) + 2.0);
    logBase = StrictMath.log(base);
    phaseShare = 1.5 + PHASE.check(phase) * 0.01;
    volatilities = part(new RollingSum(VOLATILITY_OF));
    means = part(new RollingSum(MEAN_OF));
  }

  @Override
  public double update(double value) {
    if (seen() == 0) {
      upper = value;
      lower = value;
      first = value;
      average = value;
      volatilities.add(0.0);
      means.add(0.0);
      bars = 1;
      return publish(value);
    }
    bars = Math.min(bars + 1.0, MEAN_OF);
    double above = value - upper;
    double below = value - lower;
    double power = power(above, below);
    double adapted = StrictMath.exp(power * logBase);
    double factor = StrictMath.exp(Math.sqrt(power) * logBand);
    upper = above > 0 ? value : value - factor * above;
    lower = below < 0 ? value : value - factor * below;
    first = (1.0 - adapted) * value + adapted * first;
    trend = (1.0 - base) * (value - first) + base * trend;
    double ahead = first + phaseShare * trend;
    double rest = 1.0 - adapted;
    step = (ahead - average) * rest * rest + adapted * adapted * step;
    average += step;
    return publish(average);
  }

  /** How far the volatility of this bar is above its mean, as an exponent. */
  private double power(double above, double below) {
    double up = Math.abs(above);
    double down = Math.abs(below);
    double volatility = up == down ? 0.0 : Math.max(up, down);
    volatilities.add(volatility);
    means.add(volatilities.mean());
    double mean = means.sum() / bars;
    double ratio = mean == 0 ? 0.0 : volatility / mean;
    return StrictMath.exp(exponent * StrictMath.log(Math.max(1.0, Math.min(most, ratio))));
  }

  @Override
  protected void resetOwn() {
    upper = 0;
    lower = 0;
    first = 0;
    average = 0;
    trend = 0;
    step = 0;
    bars = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(upper)
        .writeDouble(lower)
        .writeDouble(first)
        .writeDouble(average)
        .writeDouble(trend)
        .writeDouble(step)
        .writeDouble(bars);
  }

  @Override
  protected void loadOwn(StateReader in) {
    upper = in.readDouble();
    lower = in.readDouble();
    first = in.readDouble();
    average = in.readDouble();
    trend = in.readDouble();
    step = in.readDouble();
    bars = in.readDouble();
  }
}
