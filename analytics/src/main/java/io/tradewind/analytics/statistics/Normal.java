package io.tradewind.analytics.statistics;

import io.tradewind.analytics.check.Check;

/**
 * The standard normal distribution, relative error below 1e-13 wherever the result is a normal
 * number.
 */
public final class Normal {
  private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
  private static final double SERIES_END = 2;
  private static final int FRACTION_TERMS = 100;
  private static final int HALLEY_STEPS = 4;

  private Normal() {}

  /** {@code exp(-z^2 / 2) / sqrt(2 pi)}. */
  public static double density(double z) {
    return StrictMath.exp(-0.5 * z * z) / SQRT_TWO_PI;
  }

  /** The probability of a value up to z. */
  public static double cumulative(double z) {
    return 0.5 * complementaryError(-z / Math.sqrt(2));
  }

  /**
   * The value below which a probability lies, -1.6449 for 0.05. Begins with Abramowitz and Stegun
   * (1964), "Handbook of Mathematical Functions", 26.2.23, and sharpens it by Halley's method,
   * which triples the correct digits at each step.
   *
   * @param probability between 0 and 1, without them
   */
  public static double quantile(double probability) {
    Check.argument(
        probability > 0 && probability < 1, "probability must be > 0 and < 1, was %s", probability);
    if (probability > 0.5) {
      return -quantile(1 - probability);
    }
    double t = Math.sqrt(-2 * StrictMath.log(probability));
    double z =
        (2.515517 + t * (0.802853 + t * 0.010328))
                / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
            - t;
    for (int step = 0; step < HALLEY_STEPS; step++) {
      double newton = (cumulative(z) - probability) / density(z);
      z -= newton / (1 + 0.5 * z * newton);
    }
    return z;
  }

  /**
   * The complementary error function, {@code erfc(x) = 2 / sqrt(pi)} times the integral of {@code
   * exp(-t^2)} from x on. Below 2 by the series 7.1.6 of Abramowitz and Stegun (1964), whose terms
   * are all of one sign, from there on by their continued fraction 7.1.14.
   */
  public static double complementaryError(double x) {
    if (x < 0) {
      return 2 - complementaryError(-x);
    }
    return x < SERIES_END ? 1 - errorBySeries(x) : complementByFraction(x);
  }

  private static double errorBySeries(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > sum * 0x1p-54; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
  }

  private static double complementByFraction(double x) {
    double denominator = x;
    for (int n = FRACTION_TERMS; n >= 1; n--) {
      denominator = x + 0.5 * n / denominator;
    }
    return StrictMath.exp(-x * x) / (Math.sqrt(Math.PI) * denominator);
  }

  /**
   * The probability that a chi-square variable with one degree of freedom is above a value, {@code
   * erfc(sqrt(x / 2))}; NaN of NaN.
   *
   * @param value at least 0
   */
  public static double chiSquareTail(double value) {
    return complementaryError(Math.sqrt(0.5 * value));
  }
}
