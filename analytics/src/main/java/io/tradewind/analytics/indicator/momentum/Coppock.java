package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Wma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Coppock curve: the linearly weighted average, over {@code smooth} values, of the sum of two rates
 * of change in percent. Ready after {@code max(short, long) + smooth} values. Source: E. S. C.
 * Coppock (1962), in Barron's of October 15, there with months. As TA-Lib's COPPOCK.
 */
public final class Coppock extends SeriesIndicator {
  private static final IntParameter SMOOTH = Parameter.integer("smooth", 10, 1, 100_000);
  private static final IntParameter SHORT = Parameter.integer("short", 11, 1, 100_000);
  private static final IntParameter LONG = Parameter.integer("long", 14, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM, "coppock", "Coppock curve: weighted average of two rates of change")
          .source("E. S. C. Coppock (1962), in Barron's of October 15")
          .taLib("COPPOCK")
          .parameter(SMOOTH)
          .parameter(SHORT)
          .parameter(LONG)
          .output("coppock", Unit.PERCENT)
          .makes(values -> new Coppock(values.get(SMOOTH), values.get(SHORT), values.get(LONG)));

  private final RateOfChange shortChange;
  private final RateOfChange longChange;
  private final Wma mean;

  /**
   * Over the last values.
   *
   * @param smooth values in the average, at least 1, usually 10
   * @param shortBars bars of one change, at least 1, usually 11
   * @param longBars bars of the other change, at least 1, usually 14
   */
  public Coppock(int smooth, int shortBars, int longBars) {
    super(
        DEFINITION, Math.max(SHORT.check(shortBars), LONG.check(longBars)) + SMOOTH.check(smooth));
    shortChange = part(new RateOfChange(shortBars));
    longChange = part(new RateOfChange(longBars));
    mean = part(new Wma(smooth));
  }

  @Override
  public double update(double value) {
    double sum = shortChange.update(value) + longChange.update(value);
    boolean ready = shortChange.isReady() && longChange.isReady();
    return publish(ready ? mean.update(sum) : Double.NaN);
  }
}
