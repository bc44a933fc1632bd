package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Tillson's T3: three times over, the generalised double average {@code (1 + v) ema - v ema(ema)}.
 * Multiplied out, with {@code e3} to {@code e6} the third to the sixth of six averages in a row:
 * {@code -v^3 e6 + (3 v^2 + 3 v^3) e5 - (6 v^2 + 3 v + 3 v^3) e4 + (1 + 3 v + v^3 + 3 v^2) e3}.
 * Ready after {@code 6 length - 5} values. Source: T. Tillson (1998), "Smoothing Techniques for
 * More Accurate Signals", Stocks and Commodities 16(1). As TA-Lib's T3.
 */
public final class T3 extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 5, 1, 100_000);
  private static final DecimalParameter FACTOR = Parameter.decimal("factor", 0.7, 0, 1);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "t3", "Tillson's T3 moving average")
          .source("T. Tillson (1998), Smoothing Techniques for More Accurate Signals, TASC 16(1)")
          .taLib("T3")
          .parameter(LENGTH)
          .parameter(FACTOR)
          .output("t3", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new T3(values.get(LENGTH), values.get(FACTOR)));

  private static final int STAGES = 6;

  private final Ema[] stages = new Ema[STAGES];
  private final double[] averages = new double[STAGES];
  private final double c3;
  private final double c4;
  private final double c5;
  private final double c6;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 5
   * @param factor how much lag is taken back, 0 (a threefold average) to 1, usually 0.7
   */
  public T3(int length, double factor) {
    super(DEFINITION, STAGES * (LENGTH.check(length) - 1) + 1);
    for (int stage = 0; stage < STAGES; stage++) {
      stages[stage] = part(new Ema(length));
    }
    double v = FACTOR.check(factor);
    c6 = -v * v * v;
    c5 = 3.0 * (v * v - c6);
    c4 = -6.0 * v * v - 3.0 * (v - c6);
    c3 = 1.0 + 3.0 * v - c6 + 3.0 * v * v;
  }

  @Override
  public double update(double value) {
    double input = value;
    for (int stage = 0; stage < STAGES; stage++) {
      Ema ema = stages[stage];
      input = ema.update(input);
      averages[stage] = input;
      if (!ema.isReady()) {
        return publish(Double.NaN);
      }
    }
    return publish(c6 * averages[5] + c5 * averages[4] + c4 * averages[3] + c3 * averages[2]);
  }
}
