package io.tradewind.core.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.core.trade.Direction;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeveragePolicyTest {
  /** A cap of 10, 12 % a day, 15 % beyond the stop; a long whose maintenance margin is 0.5 %. */
  private static final LeveragePolicy POLICY = new LeveragePolicy(10, 0.12, 0.15);

  /** Wish, confidence, volatility, tier, stop; a dash is none. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "what the signal wants,                2,   1,    0.02, 50, 0.02, 2, SIGNAL",
    "down to a whole number,               2.9, 1,    0.02, 50, 0.02, 2, SIGNAL",
    "a wild symbol,                        9,   1,    0.04, 50, 0.02, 3, VOLATILITY",
    "the last bits do not count,           9,   1,    0.0400000000000001, 50, 0.02, 3, VOLATILITY",
    "wilder than the target,               9,   1,    0.5,  50, 0.02, 1, VOLATILITY",
    "volatility is not known,              9,   1,    NaN,  50, 0.02, 1, VOLATILITY",
    "a market that does not move,          4,   1,    0,    50, 0.02, 4, SIGNAL",
    "half sure: half of the cap,           9,   0.5,  0.02, 50, 0.02, 5, CONFIDENCE",
    "not sure at all,                      9,   0,    0.02, 50, 0.02, 1, CONFIDENCE",
    "confidence is not known,              9,   NaN,  0.02, 50, 0.02, 1, CONFIDENCE",
    "the venue lends less,                 9,   1,    0.02, 4,  0.02, 4, VENUE_TIER",
    "of equals the first,                  2,   0.2,  0.06, 2,  0.02, 2, SIGNAL",
    "liquidation too near to the stop,     6,   1,    0.02, 50, 0.02, 5, LIQUIDATION",
    "further for a wider stop,             6,   1,    0.02, 50, 0.1,  3, LIQUIDATION",
    "and further,                          6,   1,    0.02, 50, 0.6,  1, LIQUIDATION",
    "without a stop nothing is lent,       6,   1,    0.02, 50, -,    1, NO_STOP",
    "and nothing was wanted,               1,   1,    0.02, 50, -,    1, SIGNAL"
  })
  void holds(
      String what,
      double wish,
      double confidence,
      double volatility,
      int tier,
      String stop,
      int leverage,
      LeverageRule rule) {
    LeverageDecision decision =
        POLICY.decide(
            new LeveragePolicy.Situation(wish, confidence, volatility, tier, stop(stop)),
            LiquidationDistance.isolated(Direction.LONG, 0.005));
    assertThat(decision).as(what).isEqualTo(new LeverageDecision.Hold(leverage, rule));
  }

  @Test
  void theCapIsHard() {
    assertThat(
            LeveragePolicy.SHIPPED.decide(
                new LeveragePolicy.Situation(100, 2, 0.001, 125, OptionalDouble.of(0.02)),
                LiquidationDistance.isolated(Direction.SHORT, 0.005)))
        .isEqualTo(new LeverageDecision.Hold(3, LeverageRule.HARD_CAP));
  }

  @Test
  void isRefusedWhereTheStopIsTooFar() {
    assertThat(
            POLICY.decide(
                new LeveragePolicy.Situation(1, 1, 0.02, 50, OptionalDouble.of(0.9)),
                LiquidationDistance.isolated(Direction.LONG, 0.005)))
        .isEqualTo(
            new LeverageDecision.Refuse(
                LeverageRule.LIQUIDATION,
                "liquidation at leverage 1 is 100 % away, and must be over 105 %"));
  }

  /** Against the prices of a liquidation: entry 100, maintenance 0.5 %. */
  @ParameterizedTest
  @CsvSource({
    "LONG, 1, 0",
    "LONG, 2, 50.25125628140704",
    "LONG, 10, 90.45226130653266",
    "SHORT, 1, 199.00497512437812",
    "SHORT, 10, 109.45273631840796"
  })
  void liquidationOfAnIsolatedPosition(Direction direction, int leverage, double price) {
    double distance = LiquidationDistance.isolated(direction, 0.005).at(leverage);
    assertThat(100 * (1 - direction.sign() * distance)).isCloseTo(price, within(1e-9));
  }

  /** Whatever is asked, the liquidation stays beyond the stop and the margin, by all caps. */
  @Test
  void liquidationIsAlwaysFurtherThanTheStop() {
    int lent = 0;
    for (long seed = 0; seed < 5000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double stop = random.nextDouble() * (random.nextBoolean() ? 1 : 0.1);
      double maintenance = random.nextDouble() / 20;
      int tier = random.nextInt(1, 51);
      LiquidationDistance distance =
          LiquidationDistance.isolated(
              random.nextBoolean() ? Direction.LONG : Direction.SHORT, maintenance);
      LeveragePolicy.Situation now =
          new LeveragePolicy.Situation(
              1 + 30 * random.nextDouble(),
              random.nextDouble(),
              random.nextDouble() / 20,
              tier,
              OptionalDouble.of(stop));
      switch (POLICY.decide(now, distance)) {
        case LeverageDecision.Hold hold -> {
          lent += hold.leverage() > 1 ? 1 : 0;
          assertThat(hold.leverage()).as("seed %s", seed).isBetween(1, Math.min(10, tier));
          assertThat(distance.at(hold.leverage())).as("seed %s", seed).isGreaterThan(stop + 0.15);
        }
        case LeverageDecision.Refuse _ ->
            assertThat(distance.at(1)).as("seed %s", seed).isLessThanOrEqualTo(stop + 0.15);
      }
    }
    assertThat(lent).isGreaterThan(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.1, 0.1",
    "126, 0.1, 0.1",
    "3, 0, 0.1",
    "3, NaN, 0.1",
    "3, 0.1, -0.1",
    "3, 0.1, 1"
  })
  void isChecked(int most, double target, double margin) {
    assertThatThrownBy(() -> new LeveragePolicy(most, target, margin))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static OptionalDouble stop(String text) {
    return text.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }
}
