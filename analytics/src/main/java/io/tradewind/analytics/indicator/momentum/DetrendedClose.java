package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingSum;

/**
 * Detrended price oscillator in the form that charts show when it is not centred: the value less
 * the simple average of {@code length} values as it was {@code length / 2 + 1} values ago; {@code
 * dpo} takes that earlier value less the average of now. Ready after {@code length + length / 2 +
 * 1} values. As TradingView's Detrended Price Oscillator and, not centred, pandas-ta's dpo.
 */
public final class DetrendedClose extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 21, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "dpo-lagged",
              "Detrended price oscillator: the value less an earlier average")
          .source("value less the average of some bars ago")
          .parameter(LENGTH)
          .output("dpo", Unit.PRICE)
          .makes(values -> new DetrendedClose(values.get(LENGTH)));

  private final RollingSum window;

  private final Lag means;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 21
   */
  public DetrendedClose(int length) {
    super(DEFINITION, LENGTH.check(length) + length / 2 + 1);
    window = part(new RollingSum(length));
    means = part(new Lag(length / 2 + 1));
  }

  @Override
  public double update(double value) {
    window.add(value);
    return publish(value - means.push(window.isFull() ? window.mean() : Double.NaN));
  }
}
