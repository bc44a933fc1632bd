package io.tradewind.core.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.risk.limit.HedgeRule.Situation;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beta over 0.8 back to 0.6, heat over 10 % back to 5 %, a band of 5 %; equity is 1000. */
class HedgeRuleTest {
  private static final HedgeLimits LIMITS = new HedgeLimits(0.8, 0.6, 0.10, 0.05, 0.05);

  /** what, beta notional, what stops lose, the hedge that is held, what to do. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nothing held,             0, 0, 0, keep",
    "at the limit,             800, 100, 0, keep",
    "beta over its limit,      900, 0, 0, -300 BETA",
    "short beta,               -900, 0, 0, 300 BETA",
    "heat over its limit,      400, 125, 0, -240 HEAT",
    "both: the larger,         1000, 120, 0, -583.3333 HEAT",
    "both: beta the larger,    1500, 101, 0, -900 BETA",
    "heat without beta,        0, 200, 0, keep",
    "hedged as it should be,   900, 0, -300, keep",
    "within the band,          940, 0, -300, keep",
    "out of the band,          960, 0, -300, -360 BETA",
    "under the limit it stays, 700, 0, -100, keep",
    "under the limit less does, 700, 0, -300, -100 BETA",
    "at the target: released,  600, 50, -300, release",
    "the book turned around,   -100, 0, -300, release",
    "turned around and over,   -900, 0, -300, release",
    "heat keeps it,            500, 60, -83, keep",
    "too small to begin,       60, 120, 0, keep",
    "large enough to begin,    90, 120, 0, -52.5 HEAT",
    "small on the other side,  60, 120, 300, release",
    "small once it is held,    40, 120, -60, keep",
    "the book is flat,         0, 0, -300, release"
  })
  void whatToDo(String what, double beta, double risk, double hedge, String wanted) {
    HedgeDecision decision = HedgeRule.decide(now(1000, beta, risk, hedge), LIMITS);
    assertThat(words(decision)).as(what).isEqualTo(wanted);
  }

  private static Situation now(double equity, double beta, double risk, double hedge) {
    return new Situation(equity, beta, risk, hedge, Double.POSITIVE_INFINITY);
  }

  /** Beta is 1200, which asks for a hedge of -600; most, the hedge that is held, what to do. */
  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "700, 0, -600 BETA",
    "300, 0, -300 BETA",
    "0, 0, keep",
    "300, -300, keep",
    "300, -340, keep",
    "300, -400, -300 BETA",
    "0, -200, release",
    "0, 200, release"
  })
  void noMoreThanItsAccountCarries(double most, double hedge, String wanted) {
    assertThat(words(HedgeRule.decide(new Situation(1000, 1200, 0, hedge, most), LIMITS)))
        .isEqualTo(wanted);
  }

  /** A limit that is taken away asks for nothing, whatever its target is. */
  @ParameterizedTest(name = "beta {0}, heat {1}, stops lose {2}")
  @CsvSource({
    "0.8, Infinity, 900, -300 BETA",
    "Infinity, 0.10, 70, -257.1429 HEAT",
    "Infinity, Infinity, 900, release",
  })
  void oneMayBeTakenAway(double beta, double heat, double risk, String wanted) {
    HedgeLimits limits = new HedgeLimits(beta, 0.6, heat, 0.05, 0.05);
    assertThat(words(HedgeRule.decide(now(1000, 900, risk, -100), limits))).isEqualTo(wanted);
  }

  private static String words(HedgeDecision decision) {
    return switch (decision) {
      case HedgeDecision.Keep _ -> "keep";
      case HedgeDecision.Release _ -> "release";
      case HedgeDecision.Hedge hedge -> {
        String text = Double.toString(Math.round(hedge.notional() * 1e4) / 1e4);
        yield text.replaceAll("\\.0$", "") + " " + hedge.because();
      }
    };
  }

  @ParameterizedTest
  @CsvSource({"0, keep, 0", "-5, keep, 0", "0, release, -100"})
  void withoutEquityNothingIsHedged(double equity, String wanted, double hedge) {
    assertThat(words(HedgeRule.decide(now(equity, 900, 500, hedge), LIMITS))).isEqualTo(wanted);
  }

  @Test
  void researchIsNeverHedged() {
    assertThat(words(HedgeRule.decide(now(1, 900, 500, 0), HedgeLimits.NONE))).isEqualTo("keep");
  }

  /** What is asked for brings both to their targets, and asks for nothing more. */
  @Test
  void aHedgeBringsItBackAndThenStaysStill() {
    int hedged = 0;
    for (long seed = 0; seed < 2000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double beta = 4000 * (random.nextDouble() - 0.5);
      double risk = 200 * random.nextDouble();
      if (HedgeRule.decide(now(1000, beta, risk, 0), LIMITS) instanceof HedgeDecision.Hedge hedge) {
        double move = risk / Math.abs(beta);
        assertThat(Math.abs(beta + hedge.notional())).isLessThan(600 + 1e-9);
        assertThat(risk - Math.abs(hedge.notional()) * move).isLessThan(50 + 1e-9);
        assertThat(Math.abs(hedge.notional())).isLessThanOrEqualTo(Math.abs(beta));
        assertThat(words(HedgeRule.decide(now(1000, beta, risk, hedge.notional()), LIMITS)))
            .as("seed %s", seed)
            .isEqualTo("keep");
        hedged++;
      }
    }
    assertThat(hedged).isGreaterThan(1000);
  }

  /** A book whose beta wanders within the band around the limit is hedged once. */
  @Test
  void itDoesNotFlicker() {
    for (long seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double hedge = 0;
      int changes = 0;
      for (int i = 0; i < 500; i++) {
        double beta = 800 + 24 * (2 * random.nextDouble() - 1);
        HedgeDecision decision = HedgeRule.decide(now(1000, beta, 0, hedge), LIMITS);
        if (decision instanceof HedgeDecision.Hedge change) {
          hedge = change.notional();
          changes++;
        } else {
          assertThat(words(decision)).as("seed %s", seed).isEqualTo("keep");
        }
      }
      assertThat(changes).as("seed %s", seed).isEqualTo(1);
    }
  }

  @Test
  void limitsAreChecked() {
    assertThatThrownBy(() -> new HedgeLimits(1, 1, 1, 0, 1)).hasMessageContaining("betaTarget");
    assertThatThrownBy(() -> new HedgeLimits(1, 0, 1, 1, 1)).hasMessageContaining("heatTarget");
    assertThatThrownBy(() -> new HedgeLimits(1, 0, 1, 0, 0)).hasMessageContaining("band");
    assertThatThrownBy(() -> now(1, Double.NaN, 0, 0)).hasMessageContaining("beta");
    assertThatThrownBy(() -> new Situation(1, 0, 0, 0, -1)).hasMessageContaining("most");
  }
}
