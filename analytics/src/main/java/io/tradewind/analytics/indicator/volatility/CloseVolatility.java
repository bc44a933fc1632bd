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

/**
 * Historical volatility, close to close: the sample variance of the last {@code length} changes of
 * the logarithm of the close. It is the root of that times the bars of a year, in percent; prices
 * must be above 0. Ready after {@code length + 1} bars.
 */
public final class CloseVolatility extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);
  private static final DecimalParameter YEAR = Parameter.decimal("bars-a-year", 365, 1, 1e+09);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY, "close-volatility", "Volatility of the closes, a year, in percent")
          .source("sample standard deviation of ln(close / close')")
          .parameter(LENGTH)
          .parameter(YEAR)
          .output("close-volatility", Unit.PERCENT)
          .makes(values -> new CloseVolatility(values.get(LENGTH), values.get(YEAR)));

  private final double scale;
  private final double freedom;
  private final RollingMoments window;
  private double previousClose = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 20
   * @param barsAYear bars in a year, usually 365
   */
  public CloseVolatility(int length, double barsAYear) {
    super(DEFINITION, LENGTH.check(length) + 1);
    scale = 100.0 * Math.sqrt(YEAR.check(barsAYear));
    freedom = length - 1.0;
    window = part(new RollingMoments(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    window.add(StrictMath.log(close / previousClose));
    previousClose = close;
    return publish(scale * Math.sqrt(window.spread() / freedom));
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
