package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.ExponentialMean;
import io.tradewind.analytics.window.RollingMoments;

/**
 * Relative volatility index, 0 to 100: {@code 100 up / (up + down)}, Wilder's means of the standard
 * deviation of the last {@code deviation} values where the value rose, otherwise 0, and where it
 * fell; 50 if there was neither. Ready after {@code length + deviation - 1} values. Source: D.
 * Dorsey (1993), "The Relative Volatility Index", Stocks &amp; Commodities 11(6). As TA-Lib's RVI.
 */
public final class RelativeVolatility extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);
  private static final IntParameter DEVIATION = Parameter.integer("deviation", 10, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "rvi", "Relative volatility index, 0 to 100")
          .source("D. Dorsey (1993), The Relative Volatility Index, Stocks & Commodities 11(6)")
          .taLib("RVI")
          .parameter(LENGTH)
          .parameter(DEVIATION)
          .output("rvi", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values -> new RelativeVolatility(values.get(LENGTH), values.get(DEVIATION)));

  private final RollingMoments window;
  private final ExponentialMean rises;
  private final ExponentialMean falls;
  private double previous = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 14
   * @param deviation values in the standard deviation, at least 2, usually 10
   */
  public RelativeVolatility(int length, int deviation) {
    super(DEFINITION, LENGTH.check(length) + DEVIATION.check(deviation) - 1);
    window = part(new RollingMoments(deviation));
    rises = part(ExponentialMean.wilder(length));
    falls = part(ExponentialMean.wilder(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    double direction = Math.signum(value - previous);
    previous = value;
    if (!window.isFull()) {
      return publish(Double.NaN);
    }
    double deviation = window.standardDeviation();
    double up = rises.update(deviation * Math.max(direction, 0.0));
    double down = falls.update(deviation * Math.max(-direction, 0.0));
    return publish(up + down == 0 ? 50.0 : 100.0 * (up / (up + down)));
  }

  @Override
  protected void resetOwn() {
    previous = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
  }
}
