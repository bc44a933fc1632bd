package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * A moving average chosen by name, ready when that is. As TA-Lib's MA. See {@link MovingAverages}.
 */
public final class MovingAverage extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);
  private static final ChoiceParameter KIND = MovingAverages.choice("kind");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "ma", "Moving average of a chosen kind")
          .source("that of the chosen kind")
          .taLib("MA")
          .parameter(LENGTH)
          .parameter(KIND)
          .output("ma", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new MovingAverage(values.get(LENGTH), values.get(KIND)));

  private final SeriesIndicator average;

  /**
   * Over the last values.
   *
   * @param length at least 1
   * @param kind name of the average
   */
  public MovingAverage(int length, String kind) {
    this(MovingAverages.of(kind, LENGTH.check(length)));
  }

  private MovingAverage(SeriesIndicator average) {
    super(DEFINITION, average.warmup());
    this.average = part(average);
  }

  @Override
  public double update(double value) {
    return publish(average.update(value));
  }
}
