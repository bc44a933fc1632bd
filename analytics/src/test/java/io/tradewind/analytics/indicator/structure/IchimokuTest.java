package io.tradewind.analytics.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Sixty bars that rise by one each: bar i has high i + 2, low i, close i + 1. So the middle of the
 * last n at bar i is (i + 2 + i - n + 1) / 2 = i + 1.5 - n / 2.
 */
class IchimokuTest {
  private static final int BARS = 60;

  @Test
  void sixtyBarsByHand() {
    Ichimoku ichimoku = new Ichimoku(9, 26, 32, 26);
    assertThat(ichimoku.warmup()).isEqualTo(57);
    for (int i = 0; i < BARS; i++) {
      ichimoku.update(i, i + 2, i, i + 1, 1);
      assertThat(ichimoku.isReady()).isEqualTo(i >= 56);
      if (i < 56) {
        continue;
      }
      double[] expected = {
        i - 3, // tenkan: 4.5 off
        i - 11.5, // kijun: 13 off
        i - 25 - 7.25, // span A as it was 25 bars ago
        i - 25 - 14.5, // span B as it was 25 bars ago
        i - 7.25, // span A that will stand 25 bars on
        i - 14.5, // span B that will stand 25 bars on
        25 // the close rose by one a bar
      };
      for (int output = 0; output < expected.length; output++) {
        assertThat(ichimoku.value(output))
            .as("bar %d, output %d", i, output)
            .isCloseTo(expected[output], within(1e-12));
      }
    }
  }

  @Test
  void theCloudOverABarIsTheOneToldAheadBefore() {
    Ichimoku ichimoku = new Ichimoku(2, 3, 4, 5);
    double[] ahead = new double[BARS];
    for (int i = 0; i < BARS; i++) {
      double price = 100 + 10 * StrictMath.sin(i);
      ichimoku.update(price, price + 1, price - 1, price, 1);
      ahead[i] = ichimoku.value(4);
      if (i >= 4 + 4 + 3) {
        assertThat(ichimoku.value(2)).isEqualTo(ahead[i - 4]);
      }
    }
  }

  @Test
  void aDisplacementOfOneMovesNothing() {
    Ichimoku ichimoku = new Ichimoku(1, 1, 1, 1);
    ichimoku.update(5, 8, 4, 7, 1);
    assertThat(ichimoku.value(2)).isEqualTo(ichimoku.value(4)).isEqualTo(6);
    assertThat(ichimoku.value(6)).isZero();
  }
}
