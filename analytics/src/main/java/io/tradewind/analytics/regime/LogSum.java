package io.tradewind.analytics.regime;

/** Sums of numbers that are known by their logarithms and may be too small for a double. */
final class LogSum {
  private LogSum() {}

  /** {@code ln(sum(exp(term)))} without underflow; minus infinity of zeros. */
  static double of(double[] terms) {
    double max = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      max = Math.max(max, term);
    }
    if (max == Double.NEGATIVE_INFINITY) {
      return max;
    }
    double sum = 0;
    for (double term : terms) {
      sum += StrictMath.exp(term - max);
    }
    return max + StrictMath.log(sum);
  }
}
