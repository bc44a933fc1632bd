package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingMoments;

/**
 * Variance of the logarithmic returns over {@code steps} steps, over {@code steps} times that of
 * single steps, each of the last {@code length} (overlapping) ones: 1 for a random walk, above it
 * for a trend, below it where moves are taken back; 1 also where there is no variance. Ready after
 * {@code length + steps} values. Source: A. W. Lo and A. C. MacKinlay (1988), "Stock market prices
 * do not follow random walks", Review of Financial Studies 1, without their corrections for small
 * samples.
 */
public final class VarianceRatio extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 100, 2, 100_000);
  private static final IntParameter STEPS = Parameter.integer("steps", 2, 2, 10_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS,
              "variance-ratio",
              "Variance of long returns over that of short ones")
          .source(
              "A. W. Lo and A. C. MacKinlay (1988), Stock market prices do not follow random walks")
          .parameter(LENGTH)
          .parameter(STEPS)
          .output("variance-ratio", Unit.NUMBER)
          .makes(values -> new VarianceRatio(values.get(LENGTH), values.get(STEPS)));

  private final int steps;
  private final Lag logarithms;
  private final RollingMoments single;
  private final RollingMoments several;

  /**
   * Over the last returns.
   *
   * @param length at least 2
   * @param steps steps of the long returns, at least 2
   */
  public VarianceRatio(int length, int steps) {
    super(DEFINITION, LENGTH.check(length) + steps);
    this.steps = STEPS.check(steps);
    logarithms = part(new Lag(steps + 1));
    single = part(new RollingMoments(length));
    several = part(new RollingMoments(length));
  }

  @Override
  public double update(double value) {
    double logarithm = StrictMath.log(value);
    logarithms.push(logarithm);
    if (seen() >= steps) {
      single.add(logarithm - logarithms.ago(1));
      several.add(logarithm - logarithms.ago(steps));
    }
    double variance = steps * single.variance();
    return publish(variance == 0 ? 1.0 : several.variance() / variance);
  }
}
