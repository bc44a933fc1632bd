package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingTrend;

/**
 * Inertia, 0 to 100 or a little beyond: the end of the least-squares line of the last {@code line}
 * values of the {@link RelativeVolatility}. Ready after {@code length + deviation + line - 2}
 * values. Source: D. Dorsey (1995), "Refining the Relative Volatility Index", Stocks &amp;
 * Commodities 13(9).
 */
public final class Inertia extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);
  private static final IntParameter DEVIATION = Parameter.integer("deviation", 10, 2, 100_000);
  private static final IntParameter LINE = Parameter.integer("line", 20, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY,
              "inertia",
              "Inertia: least-squares line of the relative volatility index")
          .source(
              "D. Dorsey (1995), Refining the Relative Volatility Index, Stocks & Commodities"
                  + " 13(9)")
          .parameter(LENGTH)
          .parameter(DEVIATION)
          .parameter(LINE)
          .output("inertia", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(
              values -> new Inertia(values.get(LENGTH), values.get(DEVIATION), values.get(LINE)));

  private final RelativeVolatility volatility;
  private final RollingTrend trend;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 14
   * @param deviation values in the standard deviation, at least 2, usually 10
   * @param line values in the line, at least 2, usually 20
   */
  public Inertia(int length, int deviation, int line) {
    super(DEFINITION, LENGTH.check(length) + DEVIATION.check(deviation) + LINE.check(line) - 2);
    volatility = part(new RelativeVolatility(length, deviation));
    trend = part(new RollingTrend(line));
  }

  @Override
  public double update(double value) {
    double index = volatility.update(value);
    if (volatility.isReady()) {
      trend.add(index);
    }
    return publish(trend.isFull() ? trend.end() : Double.NaN);
  }
}
