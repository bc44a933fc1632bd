package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.PairIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingComoments;

/**
 * Slope of the least-squares line through the last {@code length} relative changes of two series:
 * covariance of the changes over the variance of those of the first, 0 if the first does not move.
 * The first is the market, the second what is measured by it. Ready after {@code length + 1}
 * values. Source: W. F. Sharpe (1964), "Capital asset prices", Journal of Finance 19. As TA-Lib's
 * BETA, with the digits that its running sums lose; a change from 0 counts as 0.
 */
public final class Beta extends PairIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 5, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS, "beta", "Slope of the second's relative changes over the first's")
          .source("W. F. Sharpe (1964), Capital asset prices, Journal of Finance 19")
          .taLib("BETA")
          .parameter(LENGTH)
          .output("beta", Unit.NUMBER)
          .makes(values -> new Beta(values.get(LENGTH)));

  private final RollingComoments window;
  private double previousFirst = Double.NaN;
  private double previousSecond = Double.NaN;

  /**
   * Over the last changes.
   *
   * @param length at least 2
   */
  public Beta(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    window = part(new RollingComoments(length));
  }

  @Override
  public double update(double first, double second) {
    if (seen() > 0) {
      window.add(change(first, previousFirst), change(second, previousSecond));
    }
    previousFirst = first;
    previousSecond = second;
    double spread = window.firstSpread();
    return publish(spread == 0 ? 0.0 : window.coSpread() / spread);
  }

  private static double change(double value, double before) {
    return before == 0 ? 0.0 : (value - before) / before;
  }

  @Override
  protected void resetOwn() {
    previousFirst = Double.NaN;
    previousSecond = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousFirst).writeDouble(previousSecond);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousFirst = in.readDouble();
    previousSecond = in.readDouble();
  }
}
