package io.tradewind.analytics.risk;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.analytics.statistics.Normal;
import io.tradewind.analytics.statistics.Sample;
import java.util.Arrays;

/**
 * Value at risk and expected shortfall of a series of daily returns, by three methods. Returns are
 * simple, as fractions (0.01 is 1 %), {@code [days]}, oldest first, and finite. Both results are
 * losses as fractions of what is held: 0.02 is a loss of 2 %, below 0 even the tail gains. A series
 * that is too short for a method, said there, gives NaN for both.
 *
 * @param loss the loss that is exceeded in {@code 1 - confidence} of all cases
 * @param expectedShortfall the mean loss of those cases, never less than the loss
 */
public record ValueAtRisk(double loss, double expectedShortfall) {
  /**
   * The decay of daily variances, 0.94. Source: J.P. Morgan and Reuters (1996), "RiskMetrics
   * Technical Document", 4th edition, section 5.3.
   */
  public static final double LAMBDA = 0.94;

  /** Returns that settle the variance before a residual is taken: all but 0.29 of its weight. */
  private static final int SETTLING = 20;

  private static final ValueAtRisk UNKNOWN = new ValueAtRisk(Double.NaN, Double.NaN);

  /**
   * Of the past itself: the quantile of the compounded returns of all stretches of the horizon,
   * which overlap if it is longer than a day, linearly interpolated (Hyndman and Fan, 1996, type
   * 7). The expected shortfall is the mean of the worst {@code n (1 - confidence)} of the n
   * stretches, a fraction of one counted as a fraction. Source: C. Acerbi and D. Tasche (2002), "On
   * the coherence of expected shortfall", Journal of Banking and Finance 26, definition 2.6. NaN
   * without a stretch.
   */
  public static ValueAtRisk historical(double[] dailyReturns, RiskLevel level) {
    Sample.requireFinite("dailyReturns", dailyReturns);
    return ofOutcomes(compounded(dailyReturns, level.days()), level.tail());
  }

  private static double[] compounded(double[] returns, int days) {
    double[] outcomes = new double[Math.max(0, returns.length - days + 1)];
    for (int i = 0; i < outcomes.length; i++) {
      double wealth = 1;
      for (int day = 0; day < days; day++) {
        wealth *= 1 + returns[i + day];
      }
      outcomes[i] = days == 1 ? returns[i] : wealth - 1;
    }
    return outcomes;
  }

  private static ValueAtRisk ofOutcomes(double[] outcomes, double tail) {
    if (outcomes.length == 0) {
      return UNKNOWN;
    }
    double[] sorted = outcomes.clone();
    Arrays.sort(sorted);
    return new ValueAtRisk(-Sample.quantile(sorted, tail), -meanOfWorst(sorted, tail));
  }

  private static double meanOfWorst(double[] sorted, double tail) {
    double count = tail * sorted.length;
    int whole = (int) Math.floor(count);
    double sum = Sample.sum(Arrays.copyOf(sorted, whole)) + (count - whole) * sorted[whole];
    return sum / count;
  }

  /**
   * Of a normal distribution with mean 0 and an exponentially weighted variance, {@code variance =
   * sum(lambda^i r(-i)^2) / sum(lambda^i)}, i counted back from the last return: {@code loss = z
   * sqrt(variance days)}, {@code shortfall = density(z) sqrt(variance days) / (1 - confidence)}, z
   * the normal quantile of the confidence. Source: RiskMetrics (1996), sections 1.2 and 5.2, who
   * give the weights {@code (1 - lambda) lambda^i}; divided by their sum they need no beginning.
   * The loss of a long horizon can exceed 1. NaN of no returns.
   *
   * @param lambda above 0 and below 1, usually {@link #LAMBDA}
   */
  public static ValueAtRisk parametric(double[] dailyReturns, RiskLevel level, double lambda) {
    Sample.requireFinite("dailyReturns", dailyReturns);
    WeightedVariance variance = new WeightedVariance(lambda);
    for (double r : dailyReturns) {
      variance.add(r);
    }
    double deviation = Math.sqrt(variance.value() * level.days());
    double z = -Normal.quantile(level.tail());
    return new ValueAtRisk(z * deviation, Normal.density(z) * deviation / level.tail());
  }

  /**
   * Filtered historical simulation. Each return is divided by the weighted deviation (as in {@link
   * #parametric}) of those before it; a path draws such residuals with replacement, multiplies each
   * by its own deviation of that day, which begins at today's and goes on with {@code variance =
   * lambda variance + (1 - lambda) r^2}, and compounds the days. A day loses no more than
   * everything, so that neither result exceeds 1. The paths' ends are then taken as {@link
   * #historical} takes the past. Source: G. Barone-Adesi, K. Giannopoulos and L. Vosper (1999),
   * "VaR without correlations for portfolios of derivative securities", Journal of Futures Markets
   * 19, with weighted variances in place of their GARCH.
   *
   * <p>The first {@value #SETTLING} returns only settle the variance; after returns that were all 0
   * there is no residual. NaN without a residual.
   *
   * @param lambda above 0 and below 1, usually {@link #LAMBDA}
   * @param paths how many, at least 1; with ten thousand a one-day loss has a standard error of
   *     some 1.4 %
   * @param seed equal seeds give equal results
   */
  public static ValueAtRisk monteCarlo(
      double[] dailyReturns, RiskLevel level, double lambda, int paths, long seed) {
    Sample.requireFinite("dailyReturns", dailyReturns);
    Check.argument(paths >= 1, "paths must be >= 1, was %s", paths);
    WeightedVariance variance = new WeightedVariance(lambda);
    double[] residuals = residuals(dailyReturns, variance);
    if (residuals.length == 0) {
      return UNKNOWN;
    }
    SplitMix random = new SplitMix(seed);
    double[] ends = new double[paths];
    for (int path = 0; path < paths; path++) {
      ends[path] = end(residuals, variance.value(), lambda, level.days(), random);
    }
    return ofOutcomes(ends, level.tail());
  }

  private static double[] residuals(double[] returns, WeightedVariance variance) {
    double[] residuals = new double[returns.length];
    int count = 0;
    for (int i = 0; i < returns.length; i++) {
      if (i >= SETTLING && variance.value() > 0) {
        residuals[count++] = returns[i] / Math.sqrt(variance.value());
      }
      variance.add(returns[i]);
    }
    return Arrays.copyOf(residuals, count);
  }

  private static double end(
      double[] residuals, double todays, double lambda, int days, SplitMix random) {
    double variance = todays;
    double wealth = 1;
    for (int day = 0; day < days; day++) {
      double drawn = Math.sqrt(variance) * residuals[random.nextInt(residuals.length)];
      double r = Math.max(-1, drawn);
      variance = lambda * variance + (1 - lambda) * r * r;
      wealth *= 1 + r;
    }
    return wealth - 1;
  }
}
