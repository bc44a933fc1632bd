package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Hull moving average: {@code wma(2 wma(x, n / 2) - wma(x, n), sqrt(n))}, both lengths rounded
 * down. Ready after {@code n + sqrt(n) - 1} values. Source: A. Hull (2005), "Hull Moving Average".
 * As TA-Lib's HMA; a length of 1 gives the value itself.
 */
public final class Hma extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "hma", "Hull moving average")
          .source("A. Hull (2005), Hull Moving Average")
          .taLib("HMA")
          .parameter(LENGTH)
          .output("hma", Unit.PRICE)
          .makes(values -> new Hma(values.get(LENGTH)));

  private final Wma half;
  private final Wma whole;
  private final Wma root;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Hma(int length) {
    super(DEFINITION, LENGTH.check(length) + rootOf(length) - 1);
    half = part(new Wma(Math.max(1, length / 2)));
    whole = part(new Wma(length));
    root = part(new Wma(rootOf(length)));
  }

  private static int rootOf(int length) {
    return (int) Math.sqrt(length);
  }

  @Override
  public double update(double value) {
    double fast = half.update(value);
    double slow = whole.update(value);
    return publish(whole.isReady() ? root.update(2.0 * fast - slow) : Double.NaN);
  }
}
