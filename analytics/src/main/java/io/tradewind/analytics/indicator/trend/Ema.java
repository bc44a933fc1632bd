package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.ExponentialMean;

/**
 * Exponential moving average: {@code ema += k (x - ema)} with {@code k = 2 / (length + 1)}, seeded
 * with the simple mean of the first {@code length} values, as TA-Lib does by default. Ready after
 * {@code length} values. As TA-Lib's EMA.
 */
public final class Ema extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "ema", "Exponential moving average")
          .source("ema += 2 / (length + 1) (x - ema)")
          .taLib("EMA")
          .parameter(LENGTH)
          .output("ema", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Ema(values.get(LENGTH)));

  private final ExponentialMean mean;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Ema(int length) {
    this(length, factor(length));
  }

  private Ema(int length, double factor) {
    super(DEFINITION, LENGTH.check(length));
    mean = part(ExponentialMean.of(length, factor));
  }

  /**
   * With a weight of the newest value that is not {@code 2 / (length + 1)}.
   *
   * @param length values in the seed, at least 1
   * @param factor above 0, at most 1
   */
  public static Ema withFactor(int length, double factor) {
    return new Ema(length, factor);
  }

  /** Weight of the newest value in an average of so many values, {@code 2 / (length + 1)}. */
  public static double factor(int length) {
    return 2.0 / (length + 1.0);
  }

  @Override
  public double update(double value) {
    return publish(mean.update(value));
  }

  @Override
  protected void fill(double[] values, int from, double[][] outputs) {
    mean.means(values, from, outputs[0]);
  }
}
