package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Triangular moving average: the weights rise to the middle of the window and fall again. It is the
 * simple average of a simple average, of {@code (n + 1) / 2} values each if {@code n} is odd, of
 * {@code n / 2} and {@code n / 2 + 1} if it is even. Ready after {@code length} values. Source of
 * the form: J. J. Murphy (1999), "Technical Analysis of the Financial Markets". As TA-Lib's TRIMA,
 * without the drift of its running sums.
 */
public final class Trima extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "trima", "Triangular moving average")
          .source("simple average of half the length of a simple average of half the length")
          .taLib("TRIMA")
          .parameter(LENGTH)
          .output("trima", Unit.PRICE)
          .makes(values -> new Trima(values.get(LENGTH)));

  private final Sma inner;
  private final Sma outer;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Trima(int length) {
    super(DEFINITION, LENGTH.check(length));
    inner = part(new Sma((length + 1) / 2));
    outer = part(new Sma(length / 2 + 1));
  }

  @Override
  public double update(double value) {
    double mean = inner.update(value);
    return publish(inner.isReady() ? outer.update(mean) : Double.NaN);
  }
}
