package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingMoments;
import io.tradewind.analytics.window.RollingTrend;

/**
 * Regression channel: the least-squares line of the last {@code length} values at the newest of
 * them, and two bands {@code width} times the deviation of the values from the line, {@code
 * sqrt(sum((x - line)^2) / (length - 1))}. Outputs: 0 middle, 1 upper, 2 lower. Ready after {@code
 * length} values. The deviation is the spread less the part that the line explains; if the values
 * lie on their line up to rounding, what is left of it may be off by 1e-8 of their standard
 * deviation. As TradingView's Linear Regression Channel at its newest bar; what it draws over the
 * bars before looks ahead.
 */
public final class RegressionChannel extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 100, 3, 100_000);

  private static final DecimalParameter WIDTH = Parameter.decimal("width", 2, 0.001, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS,
              "regression-channel",
              "Least-squares line with bands of its residuals")
          .source("least-squares line and its residual deviation")
          .parameter(LENGTH)
          .parameter(WIDTH)
          .output("middle", Unit.PRICE)
          .output("upper", Unit.PRICE)
          .output("lower", Unit.PRICE)
          .makes(values -> new RegressionChannel(values.get(LENGTH), values.get(WIDTH)));

  private final double steps;

  private final double reach;

  private final RollingTrend line;

  private final RollingMoments moments;

  /**
   * Over the last values.
   *
   * @param length at least 3, usually 100
   * @param width deviations from the line to a band, above 0, usually 2
   */
  public RegressionChannel(int length, double width) {
    super(DEFINITION, LENGTH.check(length));
    steps = length * ((double) length * length - 1.0) / 12.0;
    reach = WIDTH.check(width) / Math.sqrt(length - 1.0);
    line = part(new RollingTrend(length));
    moments = part(new RollingMoments(length));
  }

  @Override
  public double update(double value) {
    line.add(value);
    moments.add(value);
    double slope = line.slope();
    double rest = moments.spread() - slope * slope * steps;
    double distance = reach * Math.sqrt(Math.max(rest, 0.0));
    double middle = line.end();
    return publish(middle, middle + distance, middle - distance);
  }
}
