package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.fail;

/** Compares series of doubles as the specification says. */
final class Comparison {
  private Comparison() {}

  /**
   * NaN and infinite in the same places, elsewhere {@code |a - b| <= tolerance max(|a|, |b|,
   * scale)}.
   */
  static void assertClose(
      String name, double[] actual, double[] expected, double tolerance, double scale) {
    if (actual.length != expected.length) {
      fail("%s: %d values, expected %d", name, actual.length, expected.length);
    }
    for (int i = 0; i < actual.length; i++) {
      if (!close(actual[i], expected[i], tolerance, scale)) {
        fail("%s[%d]: was %s, expected %s", name, i, actual[i], expected[i]);
      }
    }
  }

  private static boolean close(double a, double b, double tolerance, double scale) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Double.isNaN(a) && Double.isNaN(b);
    }
    if (a == b) {
      return true;
    }
    double size = Math.max(Math.max(Math.abs(a), Math.abs(b)), scale);
    return Math.abs(a - b) <= tolerance * size;
  }
}
