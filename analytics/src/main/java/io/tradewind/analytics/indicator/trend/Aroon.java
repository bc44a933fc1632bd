package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.MonotonicDeque;

/**
 * Aroon: how long ago the highest high and the lowest low of {@code length} moves were. {@code up =
 * 100 (length - age of the highest high) / length}, {@code down} likewise with the lowest low,
 * {@code oscillator = up - down}; of equal extremes the latest counts. Outputs: 0 oscillator, 1 up,
 * 2 down. Ready after {@code length + 1} bars. Source: T. S. Chande (1995), "A Time Price
 * Oscillator", Stocks &amp; Commodities 13(9). As TA-Lib's AROONOSC and AROON.
 */
public final class Aroon extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "aroon", "Aroon oscillator with Aroon up and down")
          .source("T. S. Chande (1995), A Time Price Oscillator, Stocks & Commodities 13(9)")
          .taLib("AROONOSC", "AROON")
          .parameter(LENGTH)
          .output("oscillator", Unit.PERCENT)
          .output("up", Unit.PERCENT)
          .output("down", Unit.PERCENT)
          .makes(values -> new Aroon(values.get(LENGTH)));

  private final int length;
  private final double percent;
  private final MonotonicDeque highest;
  private final MonotonicDeque lowest;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public Aroon(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    this.length = length;
    percent = 100.0 / length;
    highest = part(new MonotonicDeque(length + 1));
    lowest = part(new MonotonicDeque(length + 1));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double span = highest.push(high) + lowest.push(-low);
    if (Double.isNaN(span)) {
      return publish(span, span, span);
    }
    double up = percent * (length - highest.age());
    double down = percent * (length - lowest.age());
    return publish(up - down, up, down);
  }
}
