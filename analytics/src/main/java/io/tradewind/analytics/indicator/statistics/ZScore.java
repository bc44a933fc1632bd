package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingMoments;

/**
 * How many standard deviations of the population the newest of the last {@code length} values lies
 * above their mean; 0 if they are all equal. Ready after {@code length} values.
 */
public final class ZScore extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "z-score", "Standard deviations from the mean")
          .source("(x - mean) / standard deviation")
          .parameter(LENGTH)
          .output("z-score", Unit.NUMBER)
          .makes(values -> new ZScore(values.get(LENGTH)));

  private final RollingMoments window;

  /**
   * Over the last values.
   *
   * @param length at least 2
   */
  public ZScore(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new RollingMoments(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    double deviation = window.standardDeviation();
    return publish(deviation == 0 ? 0.0 : (value - window.mean()) / deviation);
  }
}
