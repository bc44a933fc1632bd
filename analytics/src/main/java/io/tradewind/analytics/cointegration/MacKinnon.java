package io.tradewind.analytics.cointegration;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.statistics.Normal;

/**
 * How likely a Dickey-Fuller statistic of residuals is when two series do not belong together: two
 * variables, with a constant. Critical values are {@code b0 + b1 / T + b2 / T^2} of J. G. MacKinnon
 * (2010), "Critical values for cointegration tests", Queen's Economics Department working paper
 * 1227, table 2; probabilities are {@code N(polynomial of the statistic)} of J. G. MacKinnon
 * (1994), Journal of Business and Economic Statistics 12, tables 3 and 4, for series without end.
 */
public final class MacKinnon {
  private static final double LEAST = -18.86;
  private static final double SMALL = -2.62;
  private static final double MOST = 0.92;
  private static final double[] SMALL_TAIL = {2.92, 1.5012, 0.039796};
  private static final double[] LARGE_TAIL = {2.1945, 0.64695, -0.29198, -0.042377};

  private MacKinnon() {}

  /** How often two series that do not belong together are said to. */
  public enum Level {
    /** Once in a hundred. */
    ONE_PERCENT(-3.89644, -10.9519, -33.527),
    /** Once in twenty. */
    FIVE_PERCENT(-3.33613, -6.1101, -6.823),
    /** Once in ten. */
    TEN_PERCENT(-3.04445, -4.2412, -2.720);

    private final double endless;
    private final double perValue;
    private final double perSquare;

    Level(double endless, double perValue, double perSquare) {
      this.endless = endless;
      this.perValue = perValue;
      this.perSquare = perSquare;
    }

    /**
     * The statistic below which they are said to.
     *
     * @param changes how many changes the series have, one less than values; at least 1
     */
    public double critical(int changes) {
      Check.argument(changes >= 1, "changes must be >= 1, were %s", changes);
      return endless + (perValue + perSquare / changes) / changes;
    }
  }

  /** The probability of this statistic or a more negative one, 0 to 1; NaN of NaN. */
  public static double probability(double statistic) {
    if (statistic > MOST) {
      return 1;
    }
    if (statistic < LEAST) {
      return 0;
    }
    return Normal.cumulative(polynomial(statistic <= SMALL ? SMALL_TAIL : LARGE_TAIL, statistic));
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (int power = coefficients.length - 1; power >= 0; power--) {
      value = value * x + coefficients[power];
    }
    return value;
  }
}
