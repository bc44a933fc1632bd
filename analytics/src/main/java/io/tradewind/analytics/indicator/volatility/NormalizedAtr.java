package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Normalized average true range: the {@link Atr} in percent of the close; 0 if that is 0. Ready
 * after {@code length + 1} bars. Source: J. Forman (2006), "Cross-Market Evaluations With
 * Normalized Average True Range", Stocks &amp; Commodities 24(5). As TA-Lib's NATR.
 */
public final class NormalizedAtr extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "natr", "Average true range in percent of the close")
          .source(
              "J. Forman (2006), Cross-Market Evaluations With Normalized Average True Range,"
                  + " Stocks & Commodities 24(5)")
          .taLib("NATR")
          .parameter(LENGTH)
          .output("natr", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values -> new NormalizedAtr(values.get(LENGTH)));

  private final Atr atr;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 14
   */
  public NormalizedAtr(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    atr = part(new Atr(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double range = atr.update(open, high, low, close, volume);
    return publish(close == 0 ? 0.0 : 100.0 * (range / close));
  }
}
