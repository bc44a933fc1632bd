package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Envelopes: a moving average and two bands {@code percent} of it above and below. Outputs: 0
 * middle, 1 upper, 2 lower. Ready when the average is. As TradingView's Envelope.
 */
public final class Envelopes extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);

  private static final DecimalParameter PERCENT = Parameter.decimal("percent", 10, 0.001, 1000);

  private static final ChoiceParameter AVERAGE = MovingAverages.choice("average");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "envelopes", "Moving average with bands some percent away")
          .source("moving average and percentages of it")
          .parameter(LENGTH)
          .parameter(PERCENT)
          .parameter(AVERAGE)
          .output("middle", Unit.PRICE)
          .output("upper", Unit.PRICE)
          .output("lower", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values ->
              new Envelopes(values.get(LENGTH), values.get(PERCENT), values.get(AVERAGE)));

  private final double share;

  private final SeriesIndicator average;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 20
   * @param percent from the average to a band, above 0, usually 10
   * @param average name of the average, see {@link MovingAverages}, usually the simple one
   */
  public Envelopes(int length, double percent, String average) {
    super(DEFINITION, MovingAverages.of(average, LENGTH.check(length)).warmup());
    share = PERCENT.check(percent) / 100.0;
    this.average = part(MovingAverages.of(average, length));
  }

  @Override
  public double update(double value) {
    double middle = average.update(value);
    return publish(middle, middle * (1.0 + share), middle * (1.0 - share));
  }
}
