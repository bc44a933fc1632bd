package io.tradewind.analytics.indicator.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums of products against exact decimals, on series where running sums lose their digits. */
class PairMomentsTest {
  private static final MathContext EXACT = new MathContext(80);
  private static final int LENGTH = 20;

  @ParameterizedTest
  @CsvSource({"0,1,0,1", "1e9,1,-1e9,1", "1e-8,1e-12,1e6,1e-3", "0,1e-9,1e12,1", "5,1e6,0,1e-6"})
  void equalExactDecimals(double offsetX, double spreadX, double offsetY, double spreadY) {
    SplittableRandom random = new SplittableRandom(3);
    PairMoments moments = new PairMoments(LENGTH);
    double[] x = new double[300];
    double[] y = new double[300];
    for (int i = 0; i < x.length; i++) {
      double common = random.nextDouble();
      x[i] = offsetX + spreadX * (common + random.nextDouble()) * (i == 97 ? 1e6 : 1);
      y[i] = offsetY + spreadY * (common - 0.3 * random.nextDouble()) * (i == 97 ? 1e6 : 1);
      moments.add(x[i], y[i]);
      assertThat(moments.isFull()).isEqualTo(i >= LENGTH - 1);
      if (moments.isFull()) {
        assertThat(moments.covariation())
            .as("pair %d", i)
            .satisfies(near(exact(x, y, i), exact(x, x, i), exact(y, y, i)));
        assertThat(moments.variation())
            .as("pair %d", i)
            .satisfies(near(exact(x, x, i), exact(x, x, i), exact(x, x, i)));
      }
    }
  }

  /** Within 1e-9 of what the two spreads allow. */
  private static org.assertj.core.api.ThrowingConsumer<Double> near(
      double expected, double spreadX, double spreadY) {
    return actual ->
        assertThat(Math.abs(actual - expected))
            .as("was %s, expected %s", actual, expected)
            .isLessThanOrEqualTo(1e-9 * Math.sqrt(spreadX * spreadY));
  }

  private static double exact(double[] x, double[] y, int last) {
    BigDecimal n = BigDecimal.valueOf(LENGTH);
    BigDecimal sumX = BigDecimal.ZERO;
    BigDecimal sumY = BigDecimal.ZERO;
    BigDecimal products = BigDecimal.ZERO;
    for (int i = last - LENGTH + 1; i <= last; i++) {
      BigDecimal a = new BigDecimal(x[i]);
      BigDecimal b = new BigDecimal(y[i]);
      sumX = sumX.add(a);
      sumY = sumY.add(b);
      products = products.add(a.multiply(b));
    }
    return products.subtract(sumX.multiply(sumY).divide(n, EXACT)).doubleValue();
  }

  @Test
  void equalValuesDoNotVary() {
    PairMoments moments = new PairMoments(LENGTH);
    for (int i = 0; i < 3 * LENGTH; i++) {
      moments.add(0.1, i);
    }
    assertThat(moments.variation()).isZero();
    assertThat(moments.covariation()).isZero();
  }
}
