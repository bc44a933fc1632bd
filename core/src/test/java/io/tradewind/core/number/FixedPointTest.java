package io.tradewind.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedPointTest {

  @ParameterizedTest
  @CsvSource({
    "8.6e-7, 8, 86",
    "800.010000000000, 2, 80001",
    "-1.5, 1, -15",
    "0, 8, 0",
    "1E3, 2, 100000",
  })
  void parses(String text, int scale, long expected) {
    assertThat(FixedPoint.parse(text, scale, RoundingMode.UNNECESSARY)).isEqualTo(expected);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> FixedPoint.parse("1.005", 2, RoundingMode.UNNECESSARY))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> FixedPoint.parse("1e30", 2, RoundingMode.DOWN))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> FixedPoint.parse("abc", 2, RoundingMode.DOWN))
        .isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> FixedPoint.mulDiv(Long.MAX_VALUE, 10, 1, RoundingMode.DOWN))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> FixedPoint.divide(1, 0, RoundingMode.DOWN))
        .hasMessage("divisor must be > 0, was 0");
    assertThatThrownBy(() -> FixedPoint.pow10(19)).hasMessageContaining("0..18");
  }

  @ParameterizedTest
  @CsvSource({
    "100000, 3, 100",
    "1, 8, 0.00000001",
    "-1200, 3, -1.2",
    "0, 5, 0",
    "5, 0, 5",
  })
  void formats(long scaled, int scale, String expected) {
    assertThat(FixedPoint.format(scaled, scale)).isEqualTo(expected);
  }

  @Test
  void dividesLikeBigDecimalInEveryMode() {
    for (long value = -25; value <= 25; value++) {
      for (RoundingMode mode : RoundingMode.values()) {
        if (mode != RoundingMode.UNNECESSARY || value % 10 == 0) {
          long expected =
              BigDecimal.valueOf(value).divide(BigDecimal.TEN, 0, mode).longValueExact();
          assertThat(FixedPoint.divide(value, 10, mode))
              .as("%s / 10 %s", value, mode)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void multipliesIn128Bits() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 5_000; i++) {
      long a = random.nextLong() >> random.nextInt(40);
      long b = random.nextLong() >> random.nextInt(40);
      long divisor = FixedPoint.pow10(random.nextInt(19));
      RoundingMode mode = RoundingMode.values()[random.nextInt(7)];
      BigDecimal exact =
          BigDecimal.valueOf(a)
              .multiply(BigDecimal.valueOf(b))
              .divide(BigDecimal.valueOf(divisor), 0, mode);
      if (exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
        assertThat(FixedPoint.mulDiv(a, b, divisor, mode))
            .as("%s * %s / %s %s", a, b, divisor, mode)
            .isEqualTo(exact.longValueExact());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10050, 2, 200000000, 8, 8, 20100000000",
    "1, 8, 1, 8, 8, 0",
    "3, 0, 5, 0, 2, 1500",
    "123456789, 18, 1000000000, 18, 4, 0",
  })
  void multipliesScales(long a, int scaleA, long b, int scaleB, int out, long expected) {
    assertThat(FixedPoint.multiply(a, scaleA, b, scaleB, out, RoundingMode.HALF_EVEN))
        .isEqualTo(expected);
  }

  @Test
  void rescalesAndSteps() {
    assertThat(FixedPoint.rescale(15, 1, 3, RoundingMode.UNNECESSARY)).isEqualTo(1500);
    assertThat(FixedPoint.rescale(1549, 3, 1, RoundingMode.DOWN)).isEqualTo(15);
    assertThat(FixedPoint.toStep(1299, 100, RoundingMode.DOWN)).isEqualTo(1200);
    assertThat(FixedPoint.toStep(1201, 100, RoundingMode.CEILING)).isEqualTo(1300);
  }
}
