package io.tradewind.analytics.indicator.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fitted table against chains whose expected end is known. */
class StoikovMicropriceTest {
  private static final double TICK = 0.5;

  /**
   * The heavier side turns with chance q; with chance p the price moves one tick its way and the
   * sides are drawn anew. So {@code g = p tick + (1 - p) (1 - 2 q) g}.
   */
  @ParameterizedTest
  @CsvSource({"0.1,0.2,1", "0.02,0.05,2", "0.3,0.5,3", "0.05,0.9,4"})
  void findsWhereTheMiddleEnds(double p, double q, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] quotes = new double[400_000][];
    double bid = 1000;
    boolean heavyBid = true;
    for (int i = 0; i < quotes.length; i++) {
      double light = 0.1 + random.nextDouble();
      quotes[i] = new double[] {bid, heavyBid ? 3 : light, bid + TICK, heavyBid ? light : 3};
      if (random.nextDouble() < p) {
        bid += heavyBid ? TICK : -TICK;
        heavyBid = random.nextBoolean();
      } else if (random.nextDouble() < q) {
        heavyBid = !heavyBid;
      }
    }
    StoikovMicroprice fitted = StoikovMicroprice.fit(quotes, TICK, 2, 1);
    double expected = p * TICK / (1 - (1 - p) * (1 - 2 * q));
    assertThat(fitted.adjustment(1, 1))
        .as("seed %d", seed)
        .isCloseTo(expected, within(0.03 * expected));
    assertThat(fitted.adjustment(1, 0)).isCloseTo(-fitted.adjustment(1, 1), within(1e-9));
    assertThat(fitted.price(10, 3, 10.5, 1)).isEqualTo(10.25 + fitted.adjustment(1, 1));
  }

  /** Small enough to solve by hand: one step up from heavy bids to heavy bids, and its mirror. */
  @Test
  void countsEachStepAndItsMirror() {
    double[][] quotes = {{10, 3, 10.5, 1}, {10.5, 3, 11, 1}};
    StoikovMicroprice fitted = StoikovMicroprice.fit(quotes, TICK, 2, 1);
    assertThat(fitted.adjustment(1, 1)).isEqualTo(0.5);
    assertThat(fitted.adjustment(1, 0)).isEqualTo(-0.5);
  }

  @Test
  void whatWasNotSeenSaysNothing() {
    double[][] quotes = {{10, 3, 10.5, 1}, {10.5, 3, 11, 1}};
    StoikovMicroprice fitted = StoikovMicroprice.fit(quotes, TICK, 4, 3);
    assertThat(fitted.adjustment(2, 0)).isZero();
    assertThat(fitted.price(10, 1, 50, 1)).isEqualTo(30);
    assertThat(fitted.adjustment(1, 3)).isEqualTo(0.5);
  }
}
