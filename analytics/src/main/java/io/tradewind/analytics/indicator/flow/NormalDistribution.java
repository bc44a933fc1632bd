package io.tradewind.analytics.indicator.flow;

/**
 * The standard normal distribution, by the series {@code 1/2 + phi(x) (x + x^3/3 + x^5/(3 5) +
 * ...)}. Source: G. Marsaglia (2004), "Evaluating the Normal Distribution", Journal of Statistical
 * Software 11.
 */
final class NormalDistribution {
  /** Beyond this the tail is below 1e-22. */
  private static final double FAR = 10;

  private static final double LOG_ROOT_TWO_PI = 0.9189385332046727;

  private NormalDistribution() {}

  /** The chance of no more than {@code x}. */
  static double cumulative(double x) {
    if (Math.abs(x) > FAR) {
      return x > 0 ? 1 : 0;
    }
    double term = x;
    double sum = x;
    for (int odd = 3; Math.abs(term) > Math.ulp(sum) / 4; odd += 2) {
      term *= x * x / odd;
      sum += term;
    }
    return 0.5 + sum * StrictMath.exp(-x * x / 2 - LOG_ROOT_TWO_PI);
  }
}
