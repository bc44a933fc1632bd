package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

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

  private final int length;
  private final double factor;
  private double sum;
  private double ema;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Ema(int length) {
    this(length, 2.0 / (length + 1.0));
  }

  private Ema(int length, double factor) {
    super(DEFINITION, LENGTH.check(length));
    this.length = length;
    this.factor = factor;
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

  @Override
  public double update(double value) {
    if (isReady()) {
      ema += factor * (value - ema);
    } else {
      sum += value;
      ema = sum / length;
    }
    return publish(ema);
  }

  @Override
  protected void resetOwn() {
    sum = 0;
    ema = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(sum).writeDouble(ema);
  }

  @Override
  protected void loadOwn(StateReader in) {
    sum = in.readDouble();
    ema = in.readDouble();
  }
}
