package io.tradewind.analytics.indicator;

/**
 * Sine, cosine and tangent that allocate nothing: {@code StrictMath} makes an array for each. The
 * angle is brought within an eighth of a turn by taking off quarter turns with three doubles of pi
 * / 2, and there the Taylor series is summed to the last place. Within a few 1e-16 of {@code
 * StrictMath}, and the same everywhere; angles from 1e9 are left to it. Source: W. J. Cody and W.
 * Waite (1980), "Software Manual for the Elementary Functions", chapter 8.
 */
public final class Trigonometry {
  private static final double QUARTERS = 2.0 / Math.PI;
  private static final double HIGH = Math.PI / 2.0;
  private static final double MIDDLE = 6.123233995736766e-17;
  private static final double LOW = -1.4973849048591833e-33;
  private static final double LARGEST = 1e9;
  private static final double[] SINE = inverseFactorials(3);
  private static final double[] COSINE = inverseFactorials(4);

  private Trigonometry() {}

  /** Of every second number from the first, with changing signs. */
  private static double[] inverseFactorials(int first) {
    double[] terms = new double[8];
    for (int term = 0; term < terms.length; term++) {
      double factorial = 1;
      for (int n = 2; n <= first + 2 * term; n++) {
        factorial *= n;
      }
      boolean negative = (first / 2 + term) % 2 == 1;
      terms[term] = (negative ? -1 : 1) / factorial;
    }
    return terms;
  }

  /** Of an angle in radians. */
  public static double sin(double angle) {
    if (!(Math.abs(angle) < LARGEST)) {
      return StrictMath.sin(angle);
    }
    double quarters = Math.rint(angle * QUARTERS);
    double rest = rest(angle, quarters);
    int quadrant = (int) quarters & 3;
    double size = (quadrant & 1) == 0 ? sine(rest) : cosine(rest);
    return quadrant < 2 ? size : -size;
  }

  /** Of an angle in radians. */
  public static double cos(double angle) {
    if (!(Math.abs(angle) < LARGEST)) {
      return StrictMath.cos(angle);
    }
    double quarters = Math.rint(angle * QUARTERS);
    double rest = rest(angle, quarters);
    int quadrant = (int) quarters & 3;
    double size = (quadrant & 1) == 0 ? cosine(rest) : sine(rest);
    return quadrant == 1 || quadrant == 2 ? -size : size;
  }

  /** Of an angle in radians. */
  public static double tan(double angle) {
    if (!(Math.abs(angle) < LARGEST)) {
      return StrictMath.tan(angle);
    }
    double quarters = Math.rint(angle * QUARTERS);
    double rest = rest(angle, quarters);
    boolean even = ((int) quarters & 1) == 0;
    return even ? sine(rest) / cosine(rest) : -cosine(rest) / sine(rest);
  }

  private static double rest(double angle, double quarters) {
    return Math.fma(-quarters, LOW, Math.fma(-quarters, MIDDLE, Math.fma(-quarters, HIGH, angle)));
  }

  private static double sine(double x) {
    double square = x * x;
    return x + x * square * series(SINE, square);
  }

  private static double cosine(double x) {
    double square = x * x;
    return 1.0 - (0.5 * square - square * square * series(COSINE, square));
  }

  private static double series(double[] terms, double x) {
    double sum = terms[7];
    for (int term = 6; term >= 0; term--) {
      sum = sum * x + terms[term];
    }
    return sum;
  }
}
