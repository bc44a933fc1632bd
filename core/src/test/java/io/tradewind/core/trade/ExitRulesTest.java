package io.tradewind.core.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitRulesTest {
  /** An empty cell is a rule that is not set. */
  @ParameterizedTest
  @CsvSource({
    ", , , ",
    "0.1, , , ",
    "0.999, 0.001, , ",
    ", 0.02, 0, ",
    ", 0.02, 0.05, 1",
    "0.1, 0.2, 0.3, 9223372036854775807"
  })
  void whatMakesSense(
      @Nullable Double stop,
      @Nullable Double trailing,
      @Nullable Double offset,
      @Nullable Long hold) {
    ExitRules rules = rules(stop, trailing, offset, hold);
    assertThat(rules.stopLoss()).isEqualTo(optional(stop));
    assertThat(rules.trailing()).isEqualTo(optional(trailing));
    assertThat(rules.trailingOffset()).isEqualTo(optional(offset));
    assertThat(rules.maxHoldNs().isPresent()).isEqualTo(hold != null);
  }

  @ParameterizedTest
  @CsvSource({
    "0, , , , stop-loss must be within",
    "-0.1, , , , stop-loss must be within",
    "1, , , , stop-loss must be within",
    "NaN, , , , stop-loss must be within",
    ", 0, , , trailing must be within",
    ", 1, , , trailing must be within",
    ", NaN, , , trailing must be within",
    ", , 0.1, , trailing-offset needs trailing",
    ", 0.1, -0.1, , trailing-offset must be >= 0",
    ", 0.1, NaN, , trailing-offset must be >= 0",
    ", , , 0, max-hold must be > 0",
    ", , , -1, max-hold must be > 0"
  })
  void whatMakesNone(
      @Nullable Double stop,
      @Nullable Double trailing,
      @Nullable Double offset,
      @Nullable Long hold,
      String why) {
    assertThatThrownBy(() -> rules(stop, trailing, offset, hold))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void agesOfReturnsRise() {
    ExitRules.RoiStep now = new ExitRules.RoiStep(0, 0.1);
    ExitRules.RoiStep later = new ExitRules.RoiStep(5, -0.05);
    assertThat(roi(now, later).roi()).containsExactly(now, later);
    assertThatThrownBy(() -> roi(later, now)).hasMessage("ages of roi must rise, step 1");
    assertThatThrownBy(() -> roi(now, later, later)).hasMessage("ages of roi must rise, step 2");
  }

  @Test
  void anAgeIsNotNegative() {
    assertThatThrownBy(() -> new ExitRules.RoiStep(-1, 0.1))
        .hasMessage("an age must be >= 0, was -1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -2, 1000, Double.NaN, Double.POSITIVE_INFINITY})
  void aReturnIsFiniteAndLosesLessThanAll(double ratio) {
    assertThatThrownBy(() -> new ExitRules.RoiStep(0, ratio))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a return must be > -100 %");
  }

  @Test
  void stepsAreCopied() {
    List<ExitRules.RoiStep> steps = new ArrayList<>(List.of(new ExitRules.RoiStep(0, 0.1)));
    ExitRules rules =
        new ExitRules(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            steps,
            OptionalLong.empty());
    steps.clear();
    assertThat(rules.roi()).hasSize(1);
    assertThat(ExitRules.NONE.roi()).isEmpty();
    assertThat(ExitRules.NONE).isEqualTo(rules(null, null, null, null));
  }

  private static ExitRules roi(ExitRules.RoiStep... steps) {
    return new ExitRules(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(steps),
        OptionalLong.empty());
  }

  private static ExitRules rules(
      @Nullable Double stop,
      @Nullable Double trailing,
      @Nullable Double offset,
      @Nullable Long hold) {
    return new ExitRules(
        optional(stop),
        optional(trailing),
        optional(offset),
        List.of(),
        hold == null ? OptionalLong.empty() : OptionalLong.of(hold));
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
