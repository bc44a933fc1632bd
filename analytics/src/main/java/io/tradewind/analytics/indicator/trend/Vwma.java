package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Volume-weighted moving average of the closes: {@code sum(close volume) / sum(volume)} over the
 * last {@code length} bars. Ready after {@code length} bars. As TA-Lib's VWMA, but NaN if none of
 * the bars has a volume, where TA-Lib gives what rounding left in its running sums.
 */
public final class Vwma extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "vwma", "Volume-weighted moving average of the closes")
          .source("sum(close volume) / sum(volume)")
          .taLib("VWMA")
          .parameter(LENGTH)
          .sparse("vwma", Unit.PRICE)
          .makes(values -> new Vwma(values.get(LENGTH)));

  private final RollingSum traded;
  private final RollingSum volumes;

  /**
   * Over the last bars.
   *
   * @param length at least 1
   */
  public Vwma(int length) {
    super(DEFINITION, LENGTH.check(length));
    traded = part(new RollingSum(length));
    volumes = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    traded.add(close * volume);
    volumes.add(volume);
    double volumeSum = volumes.sum();
    return publish(volumeSum == 0 ? Double.NaN : traded.sum() / volumeSum);
  }
}
