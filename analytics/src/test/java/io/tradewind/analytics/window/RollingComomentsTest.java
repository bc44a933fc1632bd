package io.tradewind.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against exact decimal arithmetic over each window, on series that running sums fail on. */
class RollingComomentsTest {
  private static final double TOLERANCE = 1e-9;
  private static final long SEED = 61;

  static Stream<Arguments> hardSeries() {
    return Stream.of(
        Arguments.of("plain", 1.0, 1.0, 1.0, 7),
        Arguments.of("one value", 1.0, 1.0, 1.0, 1),
        Arguments.of("a large offset", 1e9, 1.0, 1.0, 20),
        Arguments.of("a very narrow band", 1.0, 1e-10, 1.0, 20),
        Arguments.of("huge steps", 1.0, 1.0, 1e12, 20));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hardSeries")
  void equalsExactArithmetic(String name, double offset, double width, double step, int length) {
    SplittableRandom random = new SplittableRandom(SEED);
    RollingComoments window = new RollingComoments(length);
    double[] x = new double[300];
    double[] y = new double[300];
    for (int i = 0; i < x.length; i++) {
      double factor = i % 70 < 5 ? step : 1;
      x[i] = factor * (offset + width * random.nextDouble());
      y[i] = factor * (offset - width * random.nextDouble()) - x[i] / 2;
      window.add(x[i], y[i]);
      assertThat(window.isFull()).isEqualTo(i >= length - 1);
      if (window.isFull()) {
        double[] xs = Arrays.copyOfRange(x, i - length + 1, i + 1);
        double[] ys = Arrays.copyOfRange(y, i - length + 1, i + 1);
        double xx = exact(xs, xs);
        double yy = exact(ys, ys);
        String at = name + " at " + i + ", seed " + SEED;
        assertClose(at, window.firstSpread(), xx, xx);
        assertClose(at, window.secondSpread(), yy, yy);
        assertClose(at, window.coSpread(), exact(xs, ys), Math.sqrt(xx) * Math.sqrt(yy));
      }
    }
  }

  private static void assertClose(String at, double actual, double expected, double scale) {
    assertThat(Math.abs(actual - expected))
        .as("%s: was %s, expected %s", at, actual, expected)
        .isLessThanOrEqualTo(TOLERANCE * scale);
  }

  /** {@code sum x y - sum x sum y / n}, times n so that it has no rounding. */
  private static double exact(double[] x, double[] y) {
    BigDecimal n = BigDecimal.valueOf(x.length);
    BigDecimal products = BigDecimal.ZERO;
    for (int i = 0; i < x.length; i++) {
      products = products.add(new BigDecimal(x[i]).multiply(new BigDecimal(y[i])));
    }
    return n.multiply(products).subtract(sum(x).multiply(sum(y))).doubleValue() / x.length;
  }

  private static BigDecimal sum(double[] values) {
    return Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal::add).orElseThrow();
  }

  @Test
  void equalValuesDoNotVary() {
    RollingComoments window = new RollingComoments(5);
    for (int i = 0; i < 23; i++) {
      window.add(1.0 / 3, 0.1 * i);
      if (window.isFull()) {
        assertThat(window.firstSpread()).isZero();
        assertThat(window.coSpread()).isZero();
        assertThat(window.secondSpread()).isPositive();
      }
    }
  }
}
