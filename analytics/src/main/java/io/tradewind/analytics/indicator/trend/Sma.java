package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Simple moving average: {@code (x1 + ... + xn) / n} over the last {@code length} values. Ready
 * after {@code length} values. As TA-Lib's SMA, but without the drift of its running sum.
 */
public final class Sma extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "sma", "Simple moving average")
          .source("mean of the last values")
          .taLib("SMA")
          .parameter(LENGTH)
          .output("sma", Unit.PRICE)
          .makes(values -> new Sma(values.get(LENGTH)));

  private final RollingSum window;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Sma(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new RollingSum(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    return publish(window.mean());
  }

  @Override
  protected void fill(double[] values, int from, double[][] outputs) {
    window.means(values, from, outputs[0]);
  }
}
