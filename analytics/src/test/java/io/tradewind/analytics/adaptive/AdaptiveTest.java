package io.tradewind.analytics.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdaptiveTest {
  /** The usual volatility is 0.02; 30 and 70 by ten points for each doubling, at most 15. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "as usual,            0.02, 0.02, 30, 70",
    "half as wild again,  0.03, 0.02, 25, 75",
    "twice,               0.04, 0.02, 20, 80",
    "no further,          0.2,  0.02, 15, 85",
    "calmer,              0.01, 0.02, 35, 65",
    "not at all,          0,    0.02, 40, 60",
    "not known,           NaN,  0.02, 30, 70",
    "nothing to go by,    0.02, NaN,  30, 70",
    "it never moved,      0.02, 0,    30, 70",
    "nor does it now,     0,    0,    30, 70"
  })
  void rsiThresholdsGoWithVolatility(
      String what, double volatility, double median, double oversold, double overbought) {
    RsiThresholds thresholds = new RsiThresholds(30, 70, 10, 15);
    assertThat(thresholds.oversold(volatility, median)).as(what).isCloseTo(oversold, within(1e-9));
    assertThat(thresholds.overbought(volatility, median))
        .as(what)
        .isCloseTo(overbought, within(1e-9));
  }

  /** Two and four ranges from 100, each from 0.5 % to 10 %. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a long,                  1,  1,   102 104",
    "a short,                 -1, 1,   98 96",
    "a wider range,           1,  3,   106 112",
    "no nearer than the least, 1, 0.1, 101 102",
    "no further than the most, 1, 50,  120 140",
    "a short at the most,     -1, 50,  80 60",
    "a market that stands,    1,  0,   101 102",
    "not known,               1,  NaN, ''"
  })
  void targetsGoWithTheRange(String what, int sign, double atr, String prices) {
    double[] expected =
        Arrays.stream(prices.split(" "))
            .filter(text -> !text.isEmpty())
            .mapToDouble(Double::parseDouble)
            .toArray();
    assertThat(AtrTargets.SHIPPED.prices(sign, 100, atr))
        .as(what)
        .containsExactly(expected, within(1e-9));
  }

  /** As shipped: 70 % at 55 wins in 100, after 20 trades. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "as expected,          50, 0.55, 0.7",
    "ten fewer in 100,     50, 0.45, 0.75",
    "ten more,             50, 0.65, 0.65",
    "no lower,             50, 0.95, 0.6",
    "no higher,            50, 0.05, 0.9",
    "too few trades,       19, 0.05, 0.7",
    "just enough,          20, 0.45, 0.75",
    "not known,            50, NaN,  0.9"
  })
  void thresholdGoesWithResults(String what, int trades, double winRate, double threshold) {
    assertThat(EntryThreshold.SHIPPED.confidence(trades, winRate))
        .as(what)
        .isCloseTo(threshold, within(1e-12));
  }

  /** Whatever comes in, a threshold is within its bounds, and a worse record asks for no less. */
  @Test
  void staysWithinBounds() {
    for (long seed = 0; seed < 2000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double volatility = random.nextDouble();
      double median = random.nextDouble() / 10;
      double low = RsiThresholds.SHIPPED.oversold(volatility, median);
      double high = RsiThresholds.SHIPPED.overbought(volatility, median);
      assertThat(low).as("seed %s", seed).isBetween(20.0, 40.0);
      assertThat(high).as("seed %s", seed).isCloseTo(100 - low, within(1e-9));
      double better = random.nextDouble();
      double worse = better * random.nextDouble();
      assertThat(EntryThreshold.SHIPPED.confidence(30, worse))
          .as("seed %s", seed)
          .isBetween(EntryThreshold.SHIPPED.confidence(30, better), 0.9);
      double[] targets =
          AtrTargets.SHIPPED.prices(-1, 1 + random.nextDouble(), random.nextDouble());
      assertThat(targets[1]).as("seed %s", seed).isPositive().isLessThan(targets[0]);
    }
  }

  @Test
  void isChecked() {
    List<ThrowingCallable> wrong =
        List.of(
            () -> new RsiThresholds(30, 70, -1, 10),
            () -> new RsiThresholds(30, 70, 10, 30),
            () -> new RsiThresholds(30, 95, 10, 10),
            () -> new RsiThresholds(45, 55, 10, 10),
            () -> new RsiThresholds(30, 70, 10, Double.NaN),
            () -> new AtrTargets(List.of(), 0, 0.1),
            () -> new AtrTargets(List.of(0.0), 0, 0.1),
            () -> new AtrTargets(List.of(2.0, 2.0), 0, 0.1),
            () -> new AtrTargets(List.of(2.0), 0.2, 0.1),
            () -> new AtrTargets(List.of(2.0, 10.0), 0, 0.1),
            () -> new EntryThreshold(0.5, 0.5, 0.5, 0.6, 0.9, 20),
            () -> new EntryThreshold(0.7, -1, 0.5, 0.6, 0.9, 20),
            () -> new EntryThreshold(0.7, 0.5, 1.5, 0.6, 0.9, 20),
            () -> new EntryThreshold(0.7, 0.5, 0.5, 0.6, 1.1, 20),
            () -> new EntryThreshold(0.7, 0.5, 0.5, 0.6, 0.9, 0));
    for (int i = 0; i < wrong.size(); i++) {
      assertThatThrownBy(wrong.get(i))
          .as("case %s", i)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
