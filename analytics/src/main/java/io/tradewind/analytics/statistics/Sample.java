package io.tradewind.analytics.statistics;

import io.tradewind.analytics.check.Check;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * Sums, moments and quantiles of a sample. What the sample is too small for, or divided by zero, is
 * NaN. Sums carry their rounding error along (A. Neumaier, 1974, ZAMM 54), so that the order of
 * magnitude of the values does not matter.
 */
public final class Sample {
  private Sample() {}

  /** The sum, 0 of nothing. */
  public static double sum(double[] values) {
    double sum = 0;
    double lost = 0;
    for (double value : values) {
      double next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
      sum = next;
    }
    return sum + lost;
  }

  /** The arithmetic mean; NaN of nothing. */
  public static double mean(double[] values) {
    return ratio(sum(values), values.length);
  }

  /** The sum of the deviations from the mean to a power; 0 if all values are the same. */
  static double centralSum(double[] values, int power) {
    if (max(values) == min(values)) {
      return 0.0;
    }
    double mean = mean(values);
    double[] terms = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double deviation = values[i] - mean;
      double term = deviation;
      for (int p = 1; p < power; p++) {
        term *= deviation;
      }
      terms[i] = term;
    }
    return sum(terms);
  }

  /** Standard deviation with {@code n - 1} in the divisor (ddof 1); NaN below 2 values. */
  public static double standardDeviation(double[] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    return Math.sqrt(centralSum(values, 2) / (values.length - 1));
  }

  /**
   * Skewness without bias, {@code G1 = n sqrt(n - 1) / (n - 2) * m3 / m2^1.5} with the central sums
   * m2 and m3, as pandas has it; NaN below 3 values or without variance.
   */
  static double skew(double[] values) {
    double n = values.length;
    double m2 = centralSum(values, 2);
    if (n < 3 || m2 == 0) {
      return Double.NaN;
    }
    return n * Math.sqrt(n - 1) / (n - 2) * (centralSum(values, 3) / (m2 * Math.sqrt(m2)));
  }

  /**
   * Excess kurtosis without bias, {@code G2 = n (n + 1) (n - 1) m4 / ((n - 2) (n - 3) m2^2) - 3 (n
   * - 1)^2 / ((n - 2) (n - 3))}, 0 for a normal distribution, as pandas has it; NaN below 4 values
   * or without variance.
   */
  static double excessKurtosis(double[] values) {
    double n = values.length;
    double m2 = centralSum(values, 2);
    if (n < 4 || m2 == 0) {
      return Double.NaN;
    }
    double corners = (n - 2) * (n - 3);
    double fourth = n * (n + 1) * (n - 1) * centralSum(values, 4) / (corners * m2 * m2);
    return fourth - 3 * (n - 1) * (n - 1) / corners;
  }

  /**
   * Quantile with linear interpolation at {@code (n - 1) q} (Hyndman and Fan, 1996, type 7; the
   * default of numpy and pandas); NaN of nothing.
   *
   * @param quantile 0 to 1
   */
  public static double quantile(double[] values, double quantile) {
    Check.argument(quantile >= 0 && quantile <= 1, "quantile must be 0 to 1, was %s", quantile);
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double position = quantile * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** The greatest; NaN of nothing. */
  static double max(double[] values) {
    return Arrays.stream(values).max().orElse(Double.NaN);
  }

  /** The smallest; NaN of nothing. */
  static double min(double[] values) {
    return Arrays.stream(values).min().orElse(Double.NaN);
  }

  static double[] where(double[] values, DoublePredicate holds) {
    return Arrays.stream(values).filter(holds).toArray();
  }

  /** The quotient, NaN where the divisor is 0. */
  static double ratio(double dividend, double divisor) {
    return divisor == 0 ? Double.NaN : dividend / divisor;
  }

  /**
   * Refuses a sample with NaN or an infinity in it.
   *
   * @param name what the sample is called in the message
   */
  public static void requireFinite(String name, double[] values) {
    for (double value : values) {
      Check.argument(Double.isFinite(value), "%s must be finite, one was %s", name, value);
    }
  }
}
