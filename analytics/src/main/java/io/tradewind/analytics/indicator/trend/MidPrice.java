package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingRange;

/**
 * The middle between the highest high and the lowest low of the last {@code length} bars. Ready
 * after {@code length} bars. As TA-Lib's MIDPRICE, and the middle of {@link Donchian}.
 */
public final class MidPrice extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "midprice", "Middle between the highest high and the lowest low")
          .source("(highest high + lowest low) / 2 of the last bars")
          .taLib("MIDPRICE")
          .parameter(LENGTH)
          .output("midprice", Unit.PRICE)
          .makes(values -> new MidPrice(values.get(LENGTH)));

  private final RollingRange extremes;

  /**
   * Over the last bars.
   *
   * @param length at least 1
   */
  public MidPrice(int length) {
    super(DEFINITION, LENGTH.check(length));
    extremes = part(new RollingRange(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    extremes.push(high, low);
    return publish(extremes.middle());
  }
}
