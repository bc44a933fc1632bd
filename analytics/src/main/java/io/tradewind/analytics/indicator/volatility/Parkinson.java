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
 * Parkinson's volatility: the mean of {@code ln(high / low)^2 / (4 ln 2)} over {@code length} bars.
 * It is the root of that times the bars of a year, in percent; prices must be above 0. Ready after
 * {@code length} bars. Source: M. Parkinson (1980), "The Extreme Value Method for Estimating the
 * Variance of the Rate of Return", Journal of Business 53.
 */
public final class Parkinson extends BarIndicator {
  private static final double FOUR_LN_2 = 4.0 * StrictMath.log(2.0);
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);
  private static final DecimalParameter YEAR = Parameter.decimal("bars-a-year", 365, 1, 1e+09);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY, "parkinson", "Volatility by high and low, a year, in percent")
          .source(
              "M. Parkinson (1980), The Extreme Value Method for Estimating the Variance of the"
                  + " Rate of Return, Journal of Business 53")
          .parameter(LENGTH)
          .parameter(YEAR)
          .output("parkinson", Unit.PERCENT)
          .makes(values -> new Parkinson(values.get(LENGTH), values.get(YEAR)));

  private final double scale;
  private final RollingSum squares;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 20
   * @param barsAYear bars in a year, usually 365
   */
  public Parkinson(int length, double barsAYear) {
    super(DEFINITION, LENGTH.check(length));
    scale = 100.0 * Math.sqrt(YEAR.check(barsAYear));
    squares = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double range = StrictMath.log(high / low);
    squares.add(range * range);
    return publish(scale * Math.sqrt(squares.mean() / FOUR_LN_2));
  }
}
