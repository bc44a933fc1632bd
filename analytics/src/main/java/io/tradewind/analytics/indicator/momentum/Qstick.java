package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Qstick: the simple average of {@code close - open} over {@code length} bars. Ready after {@code
 * length} bars. Source: T. S. Chande and S. Kroll (1994), "The New Technical Trader". As TA-Lib's
 * QSTICK.
 */
public final class Qstick extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "qstick", "Qstick: simple average of the bodies")
          .source("T. S. Chande and S. Kroll (1994), The New Technical Trader")
          .taLib("QSTICK")
          .parameter(LENGTH)
          .output("qstick", Unit.PRICE)
          .makes(values -> new Qstick(values.get(LENGTH)));

  private final Sma bodies;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 10
   */
  public Qstick(int length) {
    super(DEFINITION, LENGTH.check(length));
    bodies = part(new Sma(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    return publish(bodies.update(close - open));
  }
}
