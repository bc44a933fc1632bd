package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingMoments;
import io.tradewind.analytics.window.RollingSum;

/**
 * Yang and Zhang's volatility, right also in a trend and with gaps between bars: the sample
 * variance of {@code ln(open / close')} plus {@code k} times that of {@code ln(close / open)} plus
 * {@code 1 - k} times the variance of {@link RogersSatchell}, with {@code k = 0.34 / (1.34 + (n +
 * 1) / (n - 1))}. It is the root of that times the bars of a year, in percent; prices must be above
 * 0. Ready after {@code length + 1} bars. Source: D. Yang and Q. Zhang (2000), "Drift-Independent
 * Volatility Estimation", Journal of Business 73.
 */
public final class YangZhang extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);
  private static final DecimalParameter YEAR = Parameter.decimal("bars-a-year", 365, 1, 1e+09);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY,
              "yang-zhang",
              "Volatility that allows for drift and gaps, a year, in percent")
          .source(
              "D. Yang and Q. Zhang (2000), Drift-Independent Volatility Estimation, Journal of"
                  + " Business 73")
          .parameter(LENGTH)
          .parameter(YEAR)
          .output("yang-zhang", Unit.PERCENT)
          .makes(values -> new YangZhang(values.get(LENGTH), values.get(YEAR)));

  private final double scale;
  private final double weight;
  private final double freedom;
  private final RollingMoments gaps;
  private final RollingMoments bodies;
  private final RollingSum within;
  private double previousClose = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 20
   * @param barsAYear bars in a year, usually 365
   */
  public YangZhang(int length, double barsAYear) {
    super(DEFINITION, LENGTH.check(length) + 1);
    scale = 100.0 * Math.sqrt(YEAR.check(barsAYear));
    freedom = length - 1.0;
    weight = 0.34 / (1.34 + (length + 1.0) / freedom);
    gaps = part(new RollingMoments(length));
    bodies = part(new RollingMoments(length));
    within = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    gaps.add(StrictMath.log(open / previousClose));
    bodies.add(StrictMath.log(close / open));
    within.add(RogersSatchell.variance(open, high, low, close));
    previousClose = close;
    double between = (gaps.spread() + weight * bodies.spread()) / freedom;
    return publish(scale * Math.sqrt(Math.max(between + (1.0 - weight) * within.mean(), 0.0)));
  }

  @Override
  protected void resetOwn() {
    previousClose = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousClose);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousClose = in.readDouble();
  }
}
