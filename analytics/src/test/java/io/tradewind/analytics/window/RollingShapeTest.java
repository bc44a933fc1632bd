package io.tradewind.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against exact arithmetic, near 0 and far from it, calm and with outliers. */
class RollingShapeTest {
  private static final MathContext EXACT = new MathContext(60);
  private static final long SEED = 17;

  /** far is how far the values lie from 0, loud how much greater every fiftieth of them is. */
  @ParameterizedTest
  @CsvSource({"4,0,1", "5,1,1", "30,100,1", "30,1e6,1e3", "100,1,1e6", "7,1e-8,10", "20,1e12,100"})
  void equalsExactArithmetic(int length, double far, double loud) {
    RollingShape shape = new RollingShape(length);
    double[] values =
        new SplittableRandom(SEED).doubles(400, 0, 1).map(u -> far + u * u * u).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 50 == 7 ? far + loud * values[i] : values[i];
      shape.add(values[i]);
      assertThat(shape.isFull()).isEqualTo(i >= length - 1);
      if (i >= length - 1) {
        BigDecimal[] sums = sums(Arrays.copyOfRange(values, i - length + 1, i + 1));
        String name = "value %d, seed %d".formatted(i, SEED);
        assertClose(name, shape.skewness(), skewness(length, sums));
        assertClose(name, shape.kurtosis(), kurtosis(length, sums));
      }
    }
  }

  /** However far from 0 the values lie. */
  private static void assertClose(String name, double actual, double expected) {
    assertThat(Math.abs(actual - expected))
        .as("%s: was %s, expected %s", name, actual, expected)
        .isLessThanOrEqualTo(1e-12 * Math.max(1.0, Math.abs(expected)));
  }

  private static BigDecimal[] sums(double[] window) {
    BigDecimal[] exact = Arrays.stream(window).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    BigDecimal mean =
        Arrays.stream(exact)
            .reduce(BigDecimal::add)
            .orElseThrow()
            .divide(BigDecimal.valueOf(window.length), EXACT);
    BigDecimal[] sums = new BigDecimal[5];
    for (int power = 2; power <= 4; power++) {
      int p = power;
      sums[p] =
          Arrays.stream(exact)
              .map(x -> x.subtract(mean).pow(p, EXACT))
              .reduce(BigDecimal::add)
              .orElseThrow();
    }
    return sums;
  }

  private static double skewness(double n, BigDecimal[] sums) {
    BigDecimal root = sums[2].multiply(sums[2].sqrt(EXACT));
    return n * Math.sqrt(n - 1) / (n - 2) * sums[3].divide(root, EXACT).doubleValue();
  }

  private static double kurtosis(double n, BigDecimal[] sums) {
    double ratio = sums[4].divide(sums[2].pow(2), EXACT).doubleValue();
    return (n - 1) / ((n - 2) * (n - 3)) * (n * (n + 1) * ratio - 3 * (n - 1));
  }

  @ParameterizedTest
  @CsvSource({"0.1", "64123.45", "8.6e-7"})
  void equalValuesHaveNoShape(double price) {
    RollingShape shape = new RollingShape(10);
    for (int i = 0; i < 35; i++) {
      shape.add(i < 10 ? price * 1e9 * i : price);
    }
    assertThat(shape.skewness()).isZero();
    assertThat(shape.kurtosis()).isEqualTo(-3.0);
  }
}
