package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.PairIndicator;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * A moving average of the first series whose length is the second, cut to whole numbers and to the
 * range between two limits. All lengths run side by side, so an update costs as much as {@code max
 * - min + 1} averages. Ready as soon as the longest is. As TA-Lib's MAVP: all of them are begun so
 * late that they are ready together. NaN while the length is NaN.
 */
public final class VariableMovingAverage extends PairIndicator {
  private static final IntParameter MIN = Parameter.integer("min", 2, 1, 1000);
  private static final IntParameter MAX = Parameter.integer("max", 30, 1, 1000);
  private static final ChoiceParameter KIND = MovingAverages.choice("kind");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "mavp", "Moving average whose length is a second series")
          .source("a moving average of the first series, as long as the second says")
          .taLib("MAVP")
          .parameter(MIN)
          .parameter(MAX)
          .parameter(KIND)
          .output("mavp", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values ->
              new VariableMovingAverage(values.get(MIN), values.get(MAX), values.get(KIND)));

  private final int min;
  private final SeriesIndicator[] averages;

  /**
   * Between two lengths.
   *
   * @param min shortest length, at least 1, usually 2
   * @param max longest length, at least min, usually 30
   * @param kind name of the average
   */
  public VariableMovingAverage(int min, int max, String kind) {
    super(DEFINITION, MovingAverages.of(kind, MAX.check(max)).warmup());
    Check.argument(max >= MIN.check(min), "max must be >= min, was %s", max);
    this.min = min;
    averages = new SeriesIndicator[max - min + 1];
    for (int i = 0; i < averages.length; i++) {
      averages[i] = part(MovingAverages.of(kind, min + i));
    }
  }

  @Override
  public double update(double value, double length) {
    for (SeriesIndicator average : averages) {
      if (seen() >= warmup() - average.warmup()) {
        average.update(value);
      }
    }
    int at = Math.clamp((int) length, min, min + averages.length - 1) - min;
    return publish(Double.isNaN(length) ? length : averages[at].value());
  }
}
