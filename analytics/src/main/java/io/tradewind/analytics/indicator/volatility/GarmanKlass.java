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
 * Garman and Klass's volatility: the mean of {@code ln(high / low)^2 / 2 - (2 ln 2 - 1) ln(close /
 * open)^2} over {@code length} bars. It is the root of that times the bars of a year, in percent;
 * prices must be above 0. Ready after {@code length} bars. Source: M. B. Garman and M. J. Klass
 * (1980), "On the Estimation of Security Price Volatilities from Historical Data", Journal of
 * Business 53.
 */
public final class GarmanKlass extends BarIndicator {
  private static final double BODY_WEIGHT = 2.0 * StrictMath.log(2.0) - 1.0;
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);
  private static final DecimalParameter YEAR = Parameter.decimal("bars-a-year", 365, 1, 1e+09);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY,
              "garman-klass",
              "Volatility by open, high, low and close, a year, in percent")
          .source(
              "M. B. Garman and M. J. Klass (1980), On the Estimation of Security Price"
                  + " Volatilities from Historical Data, Journal of Business 53")
          .parameter(LENGTH)
          .parameter(YEAR)
          .output("garman-klass", Unit.PERCENT)
          .makes(values -> new GarmanKlass(values.get(LENGTH), values.get(YEAR)));

  private final double scale;
  private final RollingSum variances;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 20
   * @param barsAYear bars in a year, usually 365
   */
  public GarmanKlass(int length, double barsAYear) {
    super(DEFINITION, LENGTH.check(length));
    scale = 100.0 * Math.sqrt(YEAR.check(barsAYear));
    variances = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double range = StrictMath.log(high / low);
    double body = StrictMath.log(close / open);
    variances.add(0.5 * (range * range) - BODY_WEIGHT * (body * body));
    return publish(scale * Math.sqrt(Math.max(variances.mean(), 0.0)));
  }
}
