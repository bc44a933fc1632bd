package io.tradewind.core.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamicRiskTest {
  /** The median of volatility is 0.02; then the factors by source, and what is left. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "good times,                    0.02, 0,     30, 0.6, 0,    1,     1,    1,     1,     1",
    "calmer than usual is no bonus, 0.01, 0,     30, 0.6, 0,    1,     1,    1,     1,     1",
    "twice the usual volatility,    0.04, 0,     30, 0.6, 0,    0.625, 1,    1,     1,     0.625",
    "three times and more,          0.09, 0,     30, 0.6, 0,    0.25,  1,    1,     1,     0.25",
    "drawdown as far as it warns,   0.02, 0.05,  30, 0.6, 0,    1,     1,    1,     1,     1",
    "half way to the halt,          0.02, 0.125, 30, 0.6, 0,    1,     0.625, 1,    1,     0.625",
    "at the halt,                   0.02, 0.2,   30, 0.6, 0,    1,     0.25, 1,     1,     0.25",
    "four wins in ten,              0.02, 0,     30, 0.4, 0,    1,     1,    0.625, 1,     0.625",
    "two in ten,                    0.02, 0,     30, 0.2, 0,    1,     1,    0.25,  1,     0.25",
    "too few trades to tell,        0.02, 0,     19, 0.2, 0,    1,     1,    1,     1,     1",
    "half way to the limit,         0.02, 0,     30, 0.6, 0.5,  1,     1,    1,     0.625, 0.625",
    "positions against each other,  0.02, 0,     30, 0.6, -0.8, 1,     1,    1,     1,     1",
    "two halves,                    0.04, 0.125, 30, 0.6, 0,    0.625, 0.625, 1,    1,     0.390625",
    "all at once: the floor,        0.04, 0.125, 30, 0.4, 0.5,  0.625, 0.625, 0.625, 0.625, 0.25",
    "volatility is not known,       NaN,  0,     30, 0.6, 0,    0.25,  1,    1,     1,     0.25",
    "drawdown is not known,         0.02, NaN,   30, 0.6, 0,    1,     0.25, 1,     1,     0.25",
    "win rate is not known,         0.02, 0,     30, NaN, 0,    1,     1,    0.25,  1,     0.25"
  })
  void leaves(
      String what,
      double volatility,
      double drawdown,
      int trades,
      double winRate,
      double correlation,
      double byVolatility,
      double byDrawdown,
      double byWinRate,
      double byCorrelation,
      double multiplier) {
    DynamicRisk.Scale scale =
        DynamicRisk.SHIPPED.scale(
            new DynamicRisk.Situation(
                volatility, 0.02, drawdown, trades, winRate, OptionalDouble.of(correlation)));
    assertThat(scale.factors().stream().mapToDouble(DynamicRisk.Factor::value).toArray())
        .as(what)
        .containsExactly(
            new double[] {byVolatility, byDrawdown, byWinRate, byCorrelation}, within(1e-12));
    assertThat(scale.multiplier()).as(what).isCloseTo(multiplier, within(1e-12));
  }

  @Test
  void eachFactorHasItsReason() {
    DynamicRisk.Situation now =
        new DynamicRisk.Situation(0.05, 0.02, 0.083, 25, 0.48, OptionalDouble.of(0.62));
    assertThat(DynamicRisk.SHIPPED.scale(now).factors())
        .extracting(factor -> factor.source().text() + ": " + factor.reason())
        .containsExactly(
            "volatility: volatility is 2.5 times its median",
            "drawdown: drawdown is 8.3 %",
            "win rate: 48 % of 25 trades were won",
            "correlation: average correlation is 0.62");
    DynamicRisk.Situation early =
        new DynamicRisk.Situation(Double.NaN, 0, 0, 3, 1, OptionalDouble.empty());
    assertThat(DynamicRisk.SHIPPED.scale(early).factors())
        .extracting(DynamicRisk.Factor::reason)
        .containsExactly(
            "volatility is unknown times its median",
            "drawdown is 0 %",
            "3 trades of the 20 that are needed",
            "fewer than two positions");
  }

  /** Whatever comes in, it stays from the floor to 1, and worse times leave no more. */
  @Test
  void worseLeavesNoMore() {
    for (long seed = 0; seed < 2000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] now = {
        0.08 * random.nextDouble(),
        0.3 * random.nextDouble(),
        random.nextDouble(),
        2 * random.nextDouble() - 1
      };
      double before = multiplier(now);
      assertThat(before).as("seed %s", seed).isBetween(0.25, 1.0);
      int worse = random.nextInt(4);
      now[worse] += (worse == 2 ? -1 : 1) * random.nextDouble() / 10;
      assertThat(multiplier(now)).as("seed %s", seed).isLessThanOrEqualTo(before);
    }
  }

  private static double multiplier(double[] now) {
    return DynamicRisk.SHIPPED
        .scale(
            new DynamicRisk.Situation(now[0], 0.02, now[1], 50, now[2], OptionalDouble.of(now[3])))
        .multiplier();
  }

  @Test
  void isChecked() {
    Ramp ramp = new Ramp(0, 1);
    assertThatThrownBy(() -> new DynamicRisk(0, ramp, ramp, ramp, 1, ramp))
        .hasMessage("floor must be in (0, 1], was 0.0");
    assertThatThrownBy(() -> new DynamicRisk(0.5, ramp, ramp, ramp, 0, ramp))
        .hasMessage("trades must be >= 1, was 0");
    assertThatThrownBy(() -> new Ramp(1, 1))
        .hasMessage("a ramp must have two different ends, was 1.0 to 1.0");
    assertThatThrownBy(() -> new Ramp(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}
