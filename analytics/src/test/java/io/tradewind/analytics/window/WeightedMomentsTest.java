package io.tradewind.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedMomentsTest {
  private static final MathContext EXACT = new MathContext(80);

  /** Against exact decimal arithmetic over all values so far, relative to the result itself. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1e9, 1", "1e-8, 1e-12", "64000, 0.01", "1, 1e-9"})
  void isExactAfterEachValue(double level, double swing) {
    SplittableRandom random = new SplittableRandom(3);
    WeightedMoments moments = new WeightedMoments();
    BigDecimal weights = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (int i = 0; i < 2000; i++) {
      double value = level + swing * random.nextDouble();
      double weight = random.nextInt(4) == 0 ? 0 : StrictMath.exp(20 * random.nextDouble());
      moments.add(value, weight);
      BigDecimal v = new BigDecimal(value);
      BigDecimal w = new BigDecimal(weight);
      weights = weights.add(w);
      sum = sum.add(v.multiply(w));
      squares = squares.add(v.multiply(v).multiply(w));
      if (weights.signum() == 0) {
        assertThat(moments.mean()).isNaN();
        continue;
      }
      BigDecimal mean = sum.divide(weights, EXACT);
      double variance =
          squares
              .divide(weights, EXACT)
              .subtract(mean.multiply(mean))
              .max(BigDecimal.ZERO)
              .doubleValue();
      double exact = mean.doubleValue();
      assertThat(moments.mean()).isCloseTo(exact, within(1e-13 * Math.abs(exact)));
      double deviation = StrictMath.sqrt(variance);
      assertThat(moments.standardDeviation())
          .as("value %d", i)
          .isCloseTo(deviation, within(1e-9 * deviation + 4e-16 * Math.abs(level)));
    }
  }
}
