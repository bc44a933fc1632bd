package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Intraday momentum index, 0 to 100: {@code 100 gains / (gains + losses)}, the sums of the bodies
 * of the last {@code length} bars that rose and of those that fell; 50 if there was neither. Ready
 * after {@code length} bars. Source: T. S. Chande and S. Kroll (1994), "The New Technical Trader".
 * As TA-Lib's IMI.
 */
public final class IntradayMomentum extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "intraday-momentum", "Intraday momentum index, 0 to 100")
          .source("T. S. Chande and S. Kroll (1994), The New Technical Trader")
          .taLib("IMI")
          .parameter(LENGTH)
          .output("intraday-momentum", Unit.PERCENT)
          .makes(values -> new IntradayMomentum(values.get(LENGTH)));

  private final RollingSum gains;
  private final RollingSum losses;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public IntradayMomentum(int length) {
    super(DEFINITION, LENGTH.check(length));
    gains = part(new RollingSum(length));
    losses = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    gains.add(Math.max(close - open, 0.0));
    losses.add(Math.max(open - close, 0.0));
    double up = gains.sum();
    double both = up + losses.sum();
    return publish(both == 0 ? 50.0 : 100.0 * (up / both));
  }
}
