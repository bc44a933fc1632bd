package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Williams fractals: 100 at the bar at which a swing is known, otherwise 0. A swing high is a high
 * above those of the {@code left} bars before it and of the {@code right} bars after it, so it lies
 * {@code right} bars back; a swing low likewise. Equal highs make no swing. Outputs: 0 swing-high,
 * 1 swing-low. Ready after {@code left + right + 1} bars. Source: B. Williams (1995), "Trading
 * Chaos". As TA-Lib's FRACTAL.
 */
public final class Fractal extends BarIndicator {
  private static final IntParameter LEFT = Parameter.integer("left", 2, 1, 100_000);
  private static final IntParameter RIGHT = Parameter.integer("right", 2, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "fractal",
              "Williams fractals: swing highs and lows, when they are known")
          .source("B. Williams (1995), Trading Chaos")
          .taLib("FRACTAL")
          .parameter(LEFT)
          .parameter(RIGHT)
          .output("swing-high", Unit.NUMBER)
          .output("swing-low", Unit.NUMBER)
          .makes(values -> new Fractal(values.get(LEFT), values.get(RIGHT)));

  private final SwingPoint top;
  private final SwingPoint bottom;

  /**
   * Over the last bars.
   *
   * @param left at least 1, usually 2
   * @param right at least 1, usually 2
   */
  public Fractal(int left, int right) {
    super(DEFINITION, LEFT.check(left) + RIGHT.check(right) + 1);
    top = part(new SwingPoint(left, right));
    bottom = part(new SwingPoint(left, right));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    return publish(top.update(high), bottom.update(-low));
  }
}
