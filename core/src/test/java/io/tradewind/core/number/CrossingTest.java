package io.tradewind.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossingTest {
  /** price, scale, tick, as a buy, as a sale. */
  @ParameterizedTest
  @CsvSource({
    "100.07, 2, 5, 10005, 10010",
    "100.05, 2, 5, 10005, 10005",
    "89.99999999999999, 2, 1, 9000, 9000",
    "90.00000000000001, 2, 1, 9000, 9000",
    "90.0001, 2, 1, 9000, 9001",
    "0.00000086, 8, 1, 86, 86",
    "1e-12, 8, 1, 0, 1",
    "107.8, 4, 1, 1078000, 1078000",
    "1e14, 4, 1, 1000000000000000000, 1000000000000000000"
  })
  void buysNoHigherAndSellsNoLower(double price, int scale, long tick, long buy, long sell) {
    assertThat(Crossing.buyPrice(price, scale, tick)).isEqualTo(buy);
    assertThat(Crossing.sellPrice(price, scale, tick)).isEqualTo(sell);
  }

  @Test
  void noiseOfAProductIsNotRoundedAStepAway() {
    assertThat(Crossing.sellPrice(100 * (1 - 0.1), 4, 1)).isEqualTo(900_000);
    assertThat(Crossing.buyPrice(100 * (1 + 0.1), 4, 1)).isEqualTo(1_100_000);
    assertThat(Crossing.buyPrice(0.1 + 0.2, 1, 1)).isEqualTo(3);
    assertThat(Crossing.sellPrice(0.1 + 0.2, 1, 1)).isEqualTo(3);
  }

  @Test
  void aQuantityIsNeverMoreThanWasMeant() {
    assertThat(Crossing.qty(1.9999, 3, 1)).isEqualTo(1999);
    assertThat(Crossing.qty(1.9999, 3, 500)).isEqualTo(1500);
    assertThat(Crossing.qty(0.4, 0, 1)).isZero();
  }

  /** Near 2^50 doubles are eighths of a step apart: what is plainly between two is not noise. */
  @Test
  void aLargeAmountIsRoundedToItsSafeSide() {
    double between = (1L << 49) + 0.625;
    assertThat(Crossing.amount(between, 0, RoundingMode.FLOOR)).isEqualTo(1L << 49);
    assertThat(Crossing.sellPrice(-between, 0, 1)).isEqualTo(-(1L << 49));
    assertThat(Crossing.sellPrice((1L << 49) + 0.375, 0, 1)).isEqualTo((1L << 49) + 1);
  }

  @Test
  void amountsAndRatios() {
    assertThat(Crossing.amount(1.005, 2, RoundingMode.FLOOR)).isEqualTo(100);
    assertThat(Crossing.amount(1.005, 2, RoundingMode.CEILING)).isEqualTo(101);
    assertThat(Crossing.amount(-1.005, 2, RoundingMode.FLOOR)).isEqualTo(-101);
    assertThat(Crossing.ppm(0.015)).isEqualTo(15_000);
    assertThatThrownBy(() -> Crossing.amount(1.5, 0, RoundingMode.HALF_UP))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void onlyNumbersCanBeOrderedBy(double price) {
    assertThatThrownBy(() -> Crossing.buyPrice(price, 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatDoesNotFitThrows() {
    assertThatThrownBy(() -> Crossing.buyPrice(1e30, 8, 1)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Crossing.qty(1e11, 8, 1)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void isOnTheSafeSideOfWhatWasMeant() {
    for (long seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int scale = random.nextInt(9);
      long step = random.nextLong(1, 1000);
      double price = StrictMath.pow(10, random.nextDouble(-6, 9)) * random.nextDouble(1, 9);
      BigDecimal meant = new BigDecimal(price).movePointRight(scale);
      BigDecimal hair = meant.multiply(new BigDecimal("2e-15"));
      long buy = Crossing.buyPrice(price, scale, step);
      long sell = Crossing.sellPrice(price, scale, step);
      String as = "seed " + seed;
      assertThat(buy % step).as(as).isZero();
      assertThat(sell % step).as(as).isZero();
      assertThat(BigDecimal.valueOf(buy)).as(as).isLessThanOrEqualTo(meant.add(hair));
      assertThat(BigDecimal.valueOf(buy + step)).as(as).isGreaterThan(meant.subtract(hair));
      assertThat(BigDecimal.valueOf(sell)).as(as).isGreaterThanOrEqualTo(meant.subtract(hair));
      assertThat(BigDecimal.valueOf(sell - step)).as(as).isLessThan(meant.add(hair));
    }
  }

  @Test
  void thereAndBackIsTheSameUpTo15Digits() {
    for (long seed = 0; seed < 5_000; seed++) {
      long scaled = new SplittableRandom(seed).nextLong(1, 1_000_000_000_000_000L);
      double price = Crossing.toDouble(scaled, 8);
      assertThat(Crossing.buyPrice(price, 8, 1)).as("seed %s", seed).isEqualTo(scaled);
      assertThat(Crossing.sellPrice(price, 8, 1)).as("seed %s", seed).isEqualTo(scaled);
    }
  }
}
