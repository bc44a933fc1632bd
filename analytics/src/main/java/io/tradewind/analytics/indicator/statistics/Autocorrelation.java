package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;

/**
 * Correlation of the last {@code length} values with those {@code lag} before, -1 to 1; 0 if one of
 * the two does not move. Ready after {@code length + lag} values. Each of the two has its own mean,
 * as in {@link Correlation}.
 */
public final class Autocorrelation extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 2, 100_000);
  private static final IntParameter LAG = Parameter.integer("lag", 1, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS, "autocorrelation", "Correlation of the values with those before")
          .source("K. Pearson (1895), Note on regression and inheritance, Proc. Royal Society 58")
          .parameter(LENGTH)
          .parameter(LAG)
          .output("autocorrelation", Unit.NUMBER)
          .makes(values -> new Autocorrelation(values.get(LENGTH), values.get(LAG)));

  private final Lag before;
  private final Correlation correlation;

  /**
   * Over the last values.
   *
   * @param length at least 2
   * @param lag how many values before, at least 1
   */
  public Autocorrelation(int length, int lag) {
    super(DEFINITION, LENGTH.check(length) + LAG.check(lag));
    before = part(new Lag(lag));
    correlation = part(new Correlation(length));
  }

  @Override
  public double update(double value) {
    double earlier = before.push(value);
    boolean known = seen() >= warmup() - correlation.warmup();
    return publish(known ? correlation.update(value, earlier) : Double.NaN);
  }
}
