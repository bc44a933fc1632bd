package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Aberration: the simple average of the typical price {@code (high + low + close) / 3}, and one
 * {@link Atr} above and below it. Outputs: 0 middle, 1 upper, 2 lower. Ready after {@code
 * max(length, atr + 1)} bars. The formula is known from charts without an author.
 */
public final class Aberration extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 5, 1, 100_000);
  private static final IntParameter ATR = Parameter.integer("atr", 15, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY,
              "aberration",
              "Average true ranges around the average typical price")
          .source("sma of (high + low + close) / 3, plus and minus atr")
          .parameter(LENGTH)
          .parameter(ATR)
          .output("middle", Unit.PRICE)
          .output("upper", Unit.PRICE)
          .output("lower", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Aberration(values.get(LENGTH), values.get(ATR)));

  private final Sma mean;
  private final Atr atr;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 5
   * @param atr bars in the average true range, at least 1, usually 15
   */
  public Aberration(int length, int atr) {
    super(DEFINITION, Math.max(LENGTH.check(length), ATR.check(atr) + 1));
    mean = part(new Sma(length));
    this.atr = part(new Atr(atr));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double middle = mean.update((high + low + close) / 3.0);
    double range = atr.update(open, high, low, close, volume);
    return publish(middle, middle + range, middle - range);
  }
}
