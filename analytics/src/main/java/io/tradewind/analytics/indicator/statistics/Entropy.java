package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Entropy of how the last {@code length} values share their sum, which tells how unequal they are;
 * the values must be above 0, else it is NaN. Outputs: 0 entropy, the sum of {@code -p log(p)} with
 * {@code p} the share of each value in the sum of the {@code length} that end with it; 1 shannon,
 * with {@code p} the share of each value in the sum of this window, at most {@code log(length)}.
 * Ready after {@code 2 length - 1} values. Source: C. E. Shannon (1948), "A Mathematical Theory of
 * Communication", Bell System Technical Journal 27. Output 0 as pandas-ta's entropy, whose shares
 * do not add up to 1.
 */
public final class Entropy extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 2, 100_000);

  private static final DecimalParameter BASE = Parameter.decimal("base", 2, 1.001, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "entropy", "Entropy of how the last values share their sum")
          .source("C. E. Shannon (1948), A Mathematical Theory of Communication")
          .parameter(LENGTH)
          .parameter(BASE)
          .output("entropy", Unit.NUMBER)
          .output("shannon", Unit.NUMBER)
          .makes(values -> new Entropy(values.get(LENGTH), values.get(BASE)));

  private final double unit;

  private final RollingSum values;

  private final RollingSum shares;

  private final RollingSum weighted;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 10
   * @param base of the logarithm, above 1, usually 2
   */
  public Entropy(int length, double base) {
    super(DEFINITION, 2 * LENGTH.check(length) - 1);
    unit = StrictMath.log(BASE.check(base));
    values = part(new RollingSum(length));
    shares = part(new RollingSum(length));
    weighted = part(new RollingSum(length));
  }

  @Override
  public double update(double value) {
    values.add(value);
    double total = values.sum();
    double share = value / total;
    shares.add(share > 0 ? -share * StrictMath.log(share) : Double.NaN);
    weighted.add(value > 0 ? value * StrictMath.log(value) : Double.NaN);
    double shannon = StrictMath.log(total) - weighted.sum() / total;
    return publish(shares.sum() / unit, shannon / unit);
  }
}
