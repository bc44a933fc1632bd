package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Rogers and Satchell's volatility, right also in a trend: the mean of {@code ln(h / c) ln(h / o) +
 * ln(l / c) ln(l / o)} over {@code length} bars. It is the root of that times the bars of a year,
 * in percent; prices must be above 0. Ready after {@code length} bars. Source: L. C. G. Rogers and
 * S. E. Satchell (1991), "Estimating Variance from High", Low and Closing Prices, Annals of Applied
 * Probability 1.
 */
public final class RogersSatchell extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);
  private static final DecimalParameter YEAR = Parameter.decimal("bars-a-year", 365, 1, 1e+09);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY,
              "rogers-satchell",
              "Volatility that allows for drift, a year, in percent")
          .source(
              "L. C. G. Rogers and S. E. Satchell (1991), Estimating Variance from High, Low"
                  + " and Closing Prices, Annals of Applied Probability 1")
          .parameter(LENGTH)
          .parameter(YEAR)
          .output("rogers-satchell", Unit.PERCENT)
          .makes(values -> new RogersSatchell(values.get(LENGTH), values.get(YEAR)));

  private final double scale;
  private final RollingSum variances;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 20
   * @param barsAYear bars in a year, usually 365
   */
  public RogersSatchell(int length, double barsAYear) {
    super(DEFINITION, LENGTH.check(length));
    scale = 100.0 * Math.sqrt(YEAR.check(barsAYear));
    variances = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    variances.add(variance(open, high, low, close));
    return publish(scale * Math.sqrt(Math.max(variances.mean(), 0.0)));
  }

  /** The variance that one bar tells of. */
  static double variance(double open, double high, double low, double close) {
    double above = StrictMath.log(high / close) * StrictMath.log(high / open);
    return above + StrictMath.log(low / close) * StrictMath.log(low / open);
  }
}
