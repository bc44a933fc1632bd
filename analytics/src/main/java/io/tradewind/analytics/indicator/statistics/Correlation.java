package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.PairIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingComoments;

/**
 * Pearson's correlation of the last {@code length} values of two series, -1 to 1; 0 if one of them
 * does not move. Ready after {@code length} values. Source: K. Pearson (1895), "Note on regression
 * and inheritance in the case of two parents", Proceedings of the Royal Society 58. As TA-Lib's
 * CORREL, with the digits that its running sums lose.
 */
public final class Correlation extends PairIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "correlation", "Pearson's correlation of two series")
          .source("K. Pearson (1895), Note on regression and inheritance, Proc. Royal Society 58")
          .taLib("CORREL")
          .parameter(LENGTH)
          .output("correlation", Unit.NUMBER)
          .makes(values -> new Correlation(values.get(LENGTH)));

  private final RollingComoments window;

  /**
   * Over the last values.
   *
   * @param length at least 2
   */
  public Correlation(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new RollingComoments(length));
  }

  @Override
  public double update(double first, double second) {
    window.add(first, second);
    double spread = Math.sqrt(window.firstSpread()) * Math.sqrt(window.secondSpread());
    return publish(spread == 0 ? 0.0 : Math.clamp(window.coSpread() / spread, -1.0, 1.0));
  }
}
