package io.tradewind.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {
  @ParameterizedTest
  @CsvSource({
    "42283.58, 2, UNNECESSARY, 4228358",
    "8.6e-7, 8, UNNECESSARY, 86",
    "8.6E-7, 7, HALF_EVEN, 9",
    "800.010000000000, 2, UNNECESSARY, 80001",
    "800.010000000001, 12, UNNECESSARY, 800010000000001",
    "1e3, 0, UNNECESSARY, 1000",
    "-0.005, 2, HALF_EVEN, 0",
    "-0.015, 2, HALF_EVEN, -2",
    "-0.005, 2, UP, -1",
    "+7, 0, UNNECESSARY, 7",
    ".5, 1, UNNECESSARY, 5",
    "0e99999999, 8, UNNECESSARY, 0",
    "1e-999999999, 8, DOWN, 0",
    "1e-999999999, 8, CEILING, 1",
    "-1e-999999999, 8, FLOOR, -1",
    "1e-999999999, 8, HALF_UP, 0",
    "9223372036854775807, 0, UNNECESSARY, 9223372036854775807"
  })
  void parses(String text, int scale, RoundingMode rounding, long expected) {
    assertThat(FixedPoint.parse(text, scale, rounding)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e999999999", "9223372036854775808", "1e19", "0.123"})
  void doesNotFit(String text) {
    assertThatThrownBy(() -> FixedPoint.parse(text, 0, RoundingMode.UNNECESSARY))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "NaN", "Infinity", "1,000", "0x10", "1.2.3", "--1", "1e", "1 2"})
  void isNoNumber(String text) {
    assertThatThrownBy(() -> FixedPoint.parse(text, 8, RoundingMode.HALF_EVEN))
        .isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8, 0",
    "86, 8, 0.00000086",
    "100, 2, 1",
    "1230, 3, 1.23",
    "-5, 1, -0.5",
    "7000, 0, 7000"
  })
  void formats(long scaled, int scale, String expected) {
    assertThat(FixedPoint.format(scaled, scale)).isEqualTo(expected);
  }

  /** value, divisor, then UP DOWN CEILING FLOOR HALF_UP HALF_DOWN HALF_EVEN. */
  @ParameterizedTest
  @CsvSource({
    "10, 4, 3, 2, 3, 2, 3, 2, 2",
    "14, 4, 4, 3, 4, 3, 4, 3, 4",
    "9, 4, 3, 2, 3, 2, 2, 2, 2",
    "11, 4, 3, 2, 3, 2, 3, 3, 3",
    "-10, 4, -3, -2, -2, -3, -3, -2, -2",
    "-14, 4, -4, -3, -3, -4, -4, -3, -4",
    "-9, 4, -3, -2, -2, -3, -2, -2, -2",
    "-11, 4, -3, -2, -2, -3, -3, -3, -3",
    "8, 4, 2, 2, 2, 2, 2, 2, 2",
    "1, 4, 1, 0, 1, 0, 0, 0, 0",
    "-1, 4, -1, 0, 0, -1, 0, 0, 0"
  })
  void divides(
      long value,
      long divisor,
      long up,
      long down,
      long ceiling,
      long floor,
      long halfUp,
      long halfDown,
      long halfEven) {
    assertThat(FixedPoint.divide(value, divisor, RoundingMode.UP)).isEqualTo(up);
    assertThat(FixedPoint.divide(value, divisor, RoundingMode.DOWN)).isEqualTo(down);
    assertThat(FixedPoint.divide(value, divisor, RoundingMode.CEILING)).isEqualTo(ceiling);
    assertThat(FixedPoint.divide(value, divisor, RoundingMode.FLOOR)).isEqualTo(floor);
    assertThat(FixedPoint.divide(value, divisor, RoundingMode.HALF_UP)).isEqualTo(halfUp);
    assertThat(FixedPoint.divide(value, divisor, RoundingMode.HALF_DOWN)).isEqualTo(halfDown);
    assertThat(FixedPoint.divide(value, divisor, RoundingMode.HALF_EVEN)).isEqualTo(halfEven);
  }

  @Test
  void roundingThatIsNotAllowedThrows() {
    assertThatThrownBy(() -> FixedPoint.divide(10, 4, RoundingMode.UNNECESSARY))
        .isInstanceOf(ArithmeticException.class);
    assertThat(FixedPoint.divide(8, 4, RoundingMode.UNNECESSARY)).isEqualTo(2);
  }

  @Test
  void aDivisorIsAboveZeroAlsoForWideProducts() {
    assertThatThrownBy(() -> FixedPoint.divide(1, 0, RoundingMode.DOWN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> FixedPoint.mulDiv(Long.MAX_VALUE, Long.MAX_VALUE, -1, RoundingMode.DOWN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The ends of what a long holds, from products that it does not. */
  @ParameterizedTest
  @CsvSource({
    "-9223372036854775808, 4, 4, DOWN, -9223372036854775808",
    "9223372036854775807, 4, 4, DOWN, 9223372036854775807",
    "9223372036854775807, 5, 4, DOWN,",
    "-9223372036854775808, -4, 4, DOWN,",
    "9223372036854775807, 4294967296, 4294967296, UP, 9223372036854775807",
    "6148914691236517205, 3, 2, DOWN, 9223372036854775807",
    "6148914691236517205, 3, 2, UP,",
    "-6148914691236517205, 3, 2, UP, -9223372036854775808",
    "-6148914691236517205, 3, 2, DOWN, -9223372036854775807",
    "9223372036854775807, 9223372036854775807, 9223372036854775807, UP, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808, 9223372036854775807, UP,",
    "9223372036854775807, 9223372036854775806, 9223372036854775807, UP, 9223372036854775806"
  })
  void atTheEdges(long a, long b, long divisor, RoundingMode rounding, @Nullable Long expected) {
    if (expected == null) {
      assertThatThrownBy(() -> FixedPoint.mulDiv(a, b, divisor, rounding))
          .isInstanceOf(ArithmeticException.class);
    } else {
      assertThat(FixedPoint.mulDiv(a, b, divisor, rounding)).isEqualTo(expected);
    }
  }

  @Test
  void productsAreThoseOfBigDecimalOrThrow() {
    for (long seed = 0; seed < 200_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long a = any(random);
      long b = any(random);
      long divisor = Math.max(1, Math.abs(any(random) / 2));
      RoundingMode rounding = RoundingMode.values()[random.nextInt(7)];
      BigInteger exact =
          new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
              .divide(BigDecimal.valueOf(divisor), 0, rounding)
              .toBigIntegerExact();
      if (exact.bitLength() < 64) {
        assertThat(FixedPoint.mulDiv(a, b, divisor, rounding))
            .as("seed %s: %s * %s / %s %s", seed, a, b, divisor, rounding)
            .isEqualTo(exact.longValueExact());
      } else {
        assertThatThrownBy(() -> FixedPoint.mulDiv(a, b, divisor, rounding))
            .as("seed %s", seed)
            .isInstanceOf(ArithmeticException.class);
      }
    }
  }

  @Test
  void productsOfScaledValuesAreThoseOfBigDecimal() {
    for (long seed = 0; seed < 5_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int scaleA = random.nextInt(19);
      int scaleB = random.nextInt(19);
      int scaleOut = random.nextInt(Math.max(0, scaleA + scaleB - 18), 19);
      long a = any(random) >> 32;
      long b = any(random) >> 32;
      BigInteger exact =
          BigDecimal.valueOf(a, scaleA)
              .multiply(BigDecimal.valueOf(b, scaleB))
              .setScale(scaleOut, RoundingMode.HALF_EVEN)
              .unscaledValue();
      String as = "seed " + seed;
      if (exact.bitLength() < 64) {
        assertThat(FixedPoint.multiply(a, scaleA, b, scaleB, scaleOut, RoundingMode.HALF_EVEN))
            .as(as)
            .isEqualTo(exact.longValueExact());
      } else {
        assertThatThrownBy(
                () -> FixedPoint.multiply(a, scaleA, b, scaleB, scaleOut, RoundingMode.HALF_EVEN))
            .as(as)
            .isInstanceOf(ArithmeticException.class);
      }
    }
  }

  /** Numbers of every length, the ends among them. */
  private static long any(SplittableRandom random) {
    return switch (random.nextInt(12)) {
      case 0 -> Long.MAX_VALUE;
      case 1 -> Long.MIN_VALUE + 1;
      case 2 -> random.nextLong(-10, 10);
      default -> random.nextLong() >> random.nextInt(63);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "123456, 4, 2, DOWN, 1234",
    "1234, 2, 4, DOWN, 123400",
    "-155, 2, 1, HALF_EVEN, -16",
    "5, 18, 18, DOWN, 5"
  })
  void rescales(long value, int from, int to, RoundingMode rounding, long expected) {
    assertThat(FixedPoint.rescale(value, from, to, rounding)).isEqualTo(expected);
  }

  @Test
  void overflowThrows() {
    assertThatThrownBy(() -> FixedPoint.rescale(Long.MAX_VALUE, 0, 1, RoundingMode.DOWN))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> FixedPoint.toStep(Long.MAX_VALUE, 10, RoundingMode.UP))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> FixedPoint.pow10(19)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "107, 25, DOWN, 100",
    "107, 25, UP, 125",
    "-107, 25, FLOOR, -125",
    "100, 25, UP, 100"
  })
  void goesToTheStep(long value, long step, RoundingMode rounding, long expected) {
    assertThat(FixedPoint.toStep(value, step, rounding)).isEqualTo(expected);
  }
}
