package io.tradewind.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExponentialMeanTest {
  private static final MathContext EXACT = new MathContext(60);

  @Test
  void beginsWithThePlainMean() {
    ExponentialMean mean = ExponentialMean.of(3, 0.5);
    assertThat(mean.update(1)).isNaN();
    assertThat(mean.update(4)).isNaN();
    assertThat(mean.isReady()).isFalse();
    assertThat(mean.update(4)).isEqualTo(3);
    assertThat(mean.isReady()).isTrue();
    assertThat(mean.update(5)).isEqualTo(4);
    assertThat(mean.gap()).isEqualTo(1);
  }

  @Test
  void equalValuesAreTheirMean() {
    ExponentialMean mean = ExponentialMean.wilder(7);
    for (int i = 0; i < 100; i++) {
      mean.update(0.1);
    }
    assertThat(mean.value()).isEqualTo(0.1);
    assertThat(mean.gap()).isZero();
  }

  /** After a walk the prices rest, and the gap fades far below what a price can tell. */
  @ParameterizedTest
  @CsvSource({"1, 0.5", "1e-7, 0.25", "6e4, 0.125"})
  void theGapKeepsItsDigitsAtRest(double scale, double factor) {
    SplittableRandom random = new SplittableRandom(1);
    ExponentialMean mean = ExponentialMean.of(1, factor);
    BigDecimal k = new BigDecimal(factor);
    double value = scale;
    BigDecimal exact = new BigDecimal(value);
    mean.update(value);
    for (int i = 0; i < 200; i++) {
      value *= i < 100 ? 1 + 0.01 * (random.nextDouble() - 0.5) : 1;
      mean.update(value);
      exact = exact.add(new BigDecimal(value).subtract(exact).multiply(k, EXACT), EXACT);
      double gap = new BigDecimal(value).subtract(exact).doubleValue();
      assertThat(mean.gap()).as("gap %d", i).isCloseTo(gap, within(1e-11 * Math.abs(gap)));
      assertThat(mean.value()).isCloseTo(exact.doubleValue(), within(4 * Math.ulp(scale)));
    }
  }

  @Test
  void aCopyGoesItsOwnWay() {
    ExponentialMean mean = ExponentialMean.of(1, 0.5);
    mean.update(1);
    ExponentialMean copy = mean.copy();
    assertThat(copy.update(2)).isEqualTo(1.5);
    assertThat(mean.value()).isEqualTo(1);
    mean.become(copy);
    assertThat(mean.value()).isEqualTo(1.5);
  }
}
