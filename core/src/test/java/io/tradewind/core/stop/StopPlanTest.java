package io.tradewind.core.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitRules;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopPlanTest {
  private static final ExitRules ALL =
      new ExitRules(
              OptionalDouble.of(0.1),
              OptionalDouble.of(0.05),
              OptionalDouble.of(0.03),
              List.of(new ExitRules.RoiStep(0, 0.1), new ExitRules.RoiStep(60, 0.05)),
              OptionalLong.of(3600))
          .withVolatilityStop(2)
          .withTrailingAtr(3)
          .withChandelier(new ExitRules.Chandelier(22, 3))
          .withBreakEven(0.02)
          .withLadder(List.of(new ExitRules.LadderStep(0.02, 0.5)));

  @Test
  void isOfExitsAndTheSignal() {
    StopPlan plan = StopPlan.of(ALL, OptionalDouble.of(97));
    assertThat(plan.stops())
        .isEqualTo(
            StopRules.plan(
                    "signal 97 + fixed 0.1 + volatility 2 + trail 0.05 0.03 + trail-atr 3"
                        + " + chandelier 22 3 + even 0.02")
                .stops());
    assertThat(plan.ladder()).isEqualTo(ALL.ladder());
    assertThat(plan.roi()).isEqualTo(ALL.roi());
    assertThat(plan.maxHoldNs()).hasValue(3600);
    assertThat(plan.trailing()).contains(new StopRule.TrailingPercent(0.05, 0.03));
    assertThat(StopPlan.NONE.stops()).isEmpty();
    assertThat(StopPlan.NONE.trailing()).isEmpty();
  }

  @Test
  void shipsTheNumbersOfTheSpecification() {
    assertThat(StopRule.Volatility.DEFAULT.multiple()).isEqualTo(2);
    assertThat(StopRule.BreakEven.DEFAULT.after()).isEqualTo(0.02);
    assertThat(StopRule.Chandelier.DEFAULT).isEqualTo(new StopRule.Chandelier(22, 3));
    assertThat(StopRule.TrailingAtr.DEFAULT.multiple()).isEqualTo(3);
  }

  /** Entry at 100, a range of 2; a dash where nothing stands yet. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "LONG,  fixed 0.05,             95",
    "SHORT, fixed 0.05,             105",
    "LONG,  signal 97 + fixed 0.05, 97",
    "LONG,  volatility 2,           96",
    "SHORT, volatility 2,           104",
    "LONG,  trail 0.1 0,            90",
    "LONG,  trail 0.1 0.01,         -",
    "SHORT, trail-atr 3,            106",
    "LONG,  chandelier 22 3,        94",
    "LONG,  even 0.02,              -",
    "LONG,  even 0.02 + fixed 0.3 + volatility 2 + trail 0.1 0, 96"
  })
  void first(Direction direction, String rules, String price) {
    String got =
        StopRules.plan(rules)
            .first(direction, 100, 2)
            .map(level -> Double.toString(level.price()))
            .orElse("-");
    assertThat(got).isEqualTo(price.equals("-") ? "-" : Double.toString(Double.parseDouble(price)));
  }

  @Test
  void withoutARangeOnlyTheOthersStand() {
    StopPlan plan = StopRules.plan("volatility 1 + fixed 0.05");
    assertThat(plan.first(Direction.LONG, 100, Double.NaN))
        .contains(new StopLevel(95, new StopRule.Fixed(0.05)));
  }

  @Test
  void isRestored() {
    StopPlan plan = StopPlan.of(ALL, OptionalDouble.of(97));
    StateWriter out = new StateWriter();
    StopPlanCodec.write(out, plan);
    StopPlanCodec.write(out, StopPlan.NONE);
    StateReader in = new StateReader(out.toByteArray());
    assertThat(StopPlanCodec.read(in)).isEqualTo(plan);
    assertThat(StopPlanCodec.read(in)).isEqualTo(StopPlan.NONE);
    assertThat(in.isAtEnd()).isTrue();
  }

  @Test
  void aRuleThatIsNoneIsRefused() {
    StateWriter out = new StateWriter();
    out.section("stop-plan", 1).writeInt(1).writeInt(7).writeDouble(0.1);
    assertThatThrownBy(() -> StopPlanCodec.read(new StateReader(out.toByteArray())))
        .isInstanceOf(StateException.class)
        .hasMessage("expected a stop rule from 0 to 6, found 7");
  }

  @Test
  void aVenueKeepsOneTrailingStop() {
    assertThatThrownBy(() -> StopRules.plan("trail 0.1 0 + trail 0.05 0.02"))
        .hasMessage("a venue keeps one trailing stop of a position, was asked for 2");
  }

  @ParameterizedTest
  @CsvSource({
    "fixed 0",
    "fixed 1",
    "fixed NaN",
    "signal 0",
    "signal NaN",
    "volatility 0",
    "volatility 1001",
    "trail 0 0",
    "trail 0.1 -0.1",
    "trail 0.1 NaN",
    "trail-atr 0",
    "chandelier 0 3",
    "chandelier 22 0",
    "even 0",
    "even NaN"
  })
  void rulesAreChecked(String rule) {
    assertThatThrownBy(() -> StopRules.rule(rule)).isInstanceOf(IllegalArgumentException.class);
  }
}
