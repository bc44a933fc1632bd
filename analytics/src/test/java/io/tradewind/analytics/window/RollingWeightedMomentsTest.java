package io.tradewind.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against exact arithmetic, with weights of 0 among others. */
class RollingWeightedMomentsTest {
  private static final MathContext EXACT = new MathContext(60);
  private static final long SEED = 23;

  @ParameterizedTest
  @CsvSource({"1,0", "4,1", "30,1e6", "9,1e-6", "20,1e12"})
  void equalsExactArithmetic(int length, double far) {
    RollingWeightedMoments moments = new RollingWeightedMoments(length);
    SplittableRandom random = new SplittableRandom(SEED);
    double[] values = random.doubles(300).map(u -> far + u).toArray();
    double[] weights = random.doubles(300).map(u -> u < 0.3 ? 0 : u * 1e4).toArray();
    for (int i = 0; i < values.length; i++) {
      moments.add(values[i], weights[i]);
      if (i < length - 1) {
        continue;
      }
      BigDecimal weight = BigDecimal.ZERO;
      BigDecimal sum = BigDecimal.ZERO;
      for (int j = i - length + 1; j <= i; j++) {
        weight = weight.add(new BigDecimal(weights[j]));
        sum = sum.add(new BigDecimal(weights[j]).multiply(new BigDecimal(values[j])));
      }
      if (weight.signum() == 0) {
        assertThat(moments.mean()).isNaN();
        assertThat(moments.standardDeviation()).isNaN();
        continue;
      }
      BigDecimal mean = sum.divide(weight, EXACT);
      BigDecimal spread = BigDecimal.ZERO;
      for (int j = i - length + 1; j <= i; j++) {
        BigDecimal distance = new BigDecimal(values[j]).subtract(mean);
        spread = spread.add(new BigDecimal(weights[j]).multiply(distance.multiply(distance)));
      }
      double deviation = spread.divide(weight, EXACT).sqrt(EXACT).doubleValue();
      double tolerance = 1e-14 * (1 + far);
      String name = "value %d, seed %d".formatted(i, SEED);
      assertThat(Math.abs(moments.mean() - mean.doubleValue()))
          .as(name)
          .isLessThanOrEqualTo(tolerance);
      assertThat(Math.abs(moments.standardDeviation() - deviation)).as(name).isLessThan(1e-13);
    }
  }

  @Test
  void equalValuesHaveExactlyTheirMeanAndNoSpread() {
    RollingWeightedMoments moments = new RollingWeightedMoments(7);
    for (int i = 0; i < 40; i++) {
      moments.add(i < 10 ? 1e9 * i : 0.1, 1.0 / 3 + i);
    }
    assertThat(moments.mean()).isEqualTo(0.1);
    assertThat(moments.standardDeviation()).isZero();
  }
}
