package io.tradewind.analytics.regime;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingMoments;
import io.tradewind.analytics.window.SortedWindow;

/**
 * Where the realised volatility stands among its own last values: the share of the window that is
 * below it, itself and equal ones counted half; above 0 and below 1, and 0.5 if all are equal.
 * Realised volatility is the population standard deviation of the last log returns of one bar. It
 * is ranked by its first 24 bits, so that the same returns in another order rank the same.
 *
 * <p>Ready after {@code length + window} prices, which are above 0.
 */
public final class VolatilityPercentile extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 24, 2, 100_000);
  private static final IntParameter WINDOW = Parameter.integer("window", 240, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.REGIME,
              "volatility-percentile",
              "Rank of the volatility among its last values")
          .source("share of std(ln(x / x')) in the window that is below the last, equal ones half")
          .parameter(LENGTH)
          .parameter(WINDOW)
          .output("volatility-percentile", Unit.NUMBER)
          .makes(values -> new VolatilityPercentile(values.get(LENGTH), values.get(WINDOW)));

  private final int window;
  private final RollingMoments returns;
  private final SortedWindow volatilities;
  private double previous = Double.NaN;

  /**
   * Of a deviation over some returns, among some of its values.
   *
   * @param length returns in one volatility, at least 2
   * @param window volatilities, at least 2
   */
  public VolatilityPercentile(int length, int window) {
    super(DEFINITION, LENGTH.check(length) + WINDOW.check(window));
    this.window = window;
    returns = part(new RollingMoments(length));
    volatilities = part(new SortedWindow(window));
  }

  @Override
  public double update(double price) {
    if (seen() > 0) {
      returns.add(StrictMath.log(price / previous));
    }
    previous = price;
    if (!returns.isFull()) {
      return publish(Double.NaN);
    }
    double volatility = (float) returns.standardDeviation();
    volatilities.add(volatility);
    double below = volatilities.below(volatility) + volatilities.notAbove(volatility);
    boolean isKnown = !Double.isNaN(volatilities.get(volatilities.size() - 1));
    return publish(isKnown ? 0.5 * below / window : Double.NaN);
  }

  @Override
  protected void resetOwn() {
    previous = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
  }
}
