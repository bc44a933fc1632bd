package io.tradewind.analytics.cointegration;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.statistics.Sample;

/**
 * Whether two series belong together, by the two steps of Engle and Granger: the line {@code y =
 * intercept + ratio x} of least squares, then {@link DickeyFuller} on what is left, the spread,
 * judged by {@link MacKinnon}. Source: R. F. Engle and C. W. J. Granger (1987), Econometrica 55.
 * Which of two is {@code y} makes a difference.
 *
 * <p>The half-life is the time after which half of a deviation is gone, {@code ln(1/2) / ln(phi)}
 * with {@code phi} the slope of the spread over the one before, through 0: 0 for a {@code phi} of 0
 * or less, without end from 1 on. Source: the discrete form of an Ornstein-Uhlenbeck process, as in
 * E. P. Chan (2013), "Algorithmic Trading", chapter 2, who takes {@code -ln(2) / (phi - 1)}.
 *
 * <p>All are NaN if {@code x} does not move; all but ratio, intercept, deviation and lags if there
 * is no spread.
 *
 * @param ratio units of {@code x} that hedge one of {@code y}; of logarithms, money for money
 * @param intercept of the line
 * @param deviation of the spread, that of the population
 * @param zScore how many deviations the last value of the spread lies above 0
 * @param halfLife in values
 * @param lags that the test took
 * @param statistic of the test
 * @param probability of such a statistic for two that do not belong together
 * @param changes how many the series have, for {@link MacKinnon.Level#critical}
 */
public record EngleGranger(
    double ratio,
    double intercept,
    double deviation,
    double zScore,
    double halfLife,
    int lags,
    double statistic,
    double probability,
    int changes) {

  /** With as many lags as {@link DickeyFuller#lags} says. */
  public static EngleGranger of(double[] y, double[] x) {
    return of(y, x, DickeyFuller.lags(y.length));
  }

  /**
   * Of two series of one length, finite.
   *
   * @param lags of the test, at least 0; there must be more than {@code 2 lags + 2} values
   */
  public static EngleGranger of(double[] y, double[] x, int lags) {
    Check.argument(
        y.length == x.length, "series must be of one length, were %s and %s", y.length, x.length);
    Sample.requireFinite("y", y);
    Sample.requireFinite("x", x);
    double meanY = Sample.mean(y);
    double meanX = Sample.mean(x);
    double ratio = slope(y, meanY, x, meanX);
    double[] spread = new double[y.length];
    double squares = 0;
    for (int i = 0; i < spread.length; i++) {
      spread[i] = y[i] - meanY - ratio * (x[i] - meanX);
      squares += spread[i] * spread[i];
    }
    double deviation = Math.sqrt(squares / spread.length);
    double statistic = DickeyFuller.statistic(spread, lags);
    return new EngleGranger(
        ratio,
        meanY - ratio * meanX,
        deviation,
        spread[spread.length - 1] / deviation,
        halfLife(spread),
        lags,
        statistic,
        MacKinnon.probability(statistic),
        spread.length - 1);
  }

  /** Whether the test says so at this level; not if it says nothing. */
  public boolean isCointegrated(double level) {
    return probability <= level;
  }

  private static double slope(double[] y, double meanY, double[] x, double meanX) {
    double squares = 0;
    double products = 0;
    for (int i = 0; i < y.length; i++) {
      squares += (x[i] - meanX) * (x[i] - meanX);
      products += (x[i] - meanX) * (y[i] - meanY);
    }
    return products / squares;
  }

  private static double halfLife(double[] spread) {
    double products = 0;
    double squares = 0;
    for (int i = 1; i < spread.length; i++) {
      products += spread[i] * spread[i - 1];
      squares += spread[i - 1] * spread[i - 1];
    }
    double kept = products / squares;
    if (kept >= 1) {
      return Double.POSITIVE_INFINITY;
    }
    return kept <= 0 ? 0 : StrictMath.log(0.5) / StrictMath.log(kept);
  }
}
