package io.tradewind.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossingTest {

  @ParameterizedTest
  @CsvSource({
    "100.126, 10012, 10013",
    "100.12, 10012, 10012",
    "0.3, 30, 30",
    "94.5, 9450, 9450",
  })
  void aBuyRoundsDownAndASaleUp(double price, long buy, long sell) {
    assertThat(Crossing.buyPrice(price, 2, 1)).isEqualTo(buy);
    assertThat(Crossing.sellPrice(price, 2, 1)).isEqualTo(sell);
  }

  @Test
  void noiseInTheLastBitsIsNoStep() {
    assertThat(Crossing.sellPrice(0.1 + 0.2, 1, 1)).isEqualTo(3);
    assertThat(Crossing.buyPrice(100 * (1 - 0.1), 4, 1)).isEqualTo(900_000);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 5_000; i++) {
      long ticks = random.nextLong(1, 100_000_000L);
      double price = ticks / 100.0 * 3 / 3;
      assertThat(Crossing.sellPrice(price, 2, 1)).as("%s", ticks).isEqualTo(ticks);
      assertThat(Crossing.buyPrice(price, 2, 1)).as("%s", ticks).isEqualTo(ticks);
    }
  }

  @Test
  void stepsOfAnyKind() {
    assertThat(Crossing.buyPrice(1234.5, 1, 25)).isEqualTo(12_325);
    assertThat(Crossing.sellPrice(1234.5, 1, 25)).isEqualTo(12_350);
    assertThat(Crossing.qty(1.99999, 5, 10_000)).isEqualTo(190_000);
  }

  @Test
  void hugeValuesGoByDecimals() {
    assertThat(Crossing.qty(9e15, 2, 1)).isEqualTo(900_000_000_000_000_000L);
    assertThatThrownBy(() -> Crossing.qty(1e30, 2, 1)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Crossing.qty(Double.NaN, 2, 1)).hasMessageContaining("finite");
  }

  @Test
  void toDoubleIsTheNearest() {
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 5_000; i++) {
      long scaled = random.nextLong(1L << 53);
      int scale = random.nextInt(12);
      assertThat(Crossing.toDouble(scaled, scale))
          .isEqualTo(BigDecimal.valueOf(scaled, scale).doubleValue());
    }
  }

  @Test
  void ratios() {
    assertThat(Crossing.ppm(0.02)).isEqualTo(20_000);
    assertThat(Crossing.amount(1.239, 2, RoundingMode.FLOOR)).isEqualTo(123);
    assertThat(Crossing.amount(1.231, 2, RoundingMode.CEILING)).isEqualTo(124);
  }
}
