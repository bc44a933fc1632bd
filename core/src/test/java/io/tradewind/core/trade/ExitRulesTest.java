package io.tradewind.core.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitRulesTest {
  /** stop, trailing, offset, max hold; a dash is none. */
  @ParameterizedTest
  @CsvSource({
    "0, -, -, -",
    "1, -, -, -",
    "-0.1, -, -, -",
    "NaN, -, -, -",
    "0.0000001, -, -, -",
    "0.9999999, -, -, -",
    "-, 0.0000001, -, -",
    "-, 0.0000009, -, -",
    "-, 0.9999999, -, -",
    "-, 0, -, -",
    "-, 1, -, -",
    "-, -, 0.1, -",
    "-, 0.1, -0.1, -",
    "-, 0.1, NaN, -",
    "-, -, -, 0",
    "-, -, -, -1"
  })
  void refuses(String stop, String trailing, String offset, String hold) {
    assertThatThrownBy(
            () -> new ExitRules(ratio(stop), ratio(trailing), ratio(offset), List.of(), time(hold)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "-, -, -, -",
    "0.1, -, -, -",
    "0.999, 0.001, 0, 1",
    "-, 0.5, 3, -",
    "0.000001, 0.999999, -, -",
    "0.999999, 0.000001, -, -"
  })
  void takes(String stop, String trailing, String offset, String hold) {
    ExitRules rules =
        new ExitRules(ratio(stop), ratio(trailing), ratio(offset), List.of(), time(hold));
    assertThat(rules.stopLoss()).isEqualTo(ratio(stop));
    assertThat(rules.trailingOffset()).isEqualTo(ratio(offset));
  }

  @Test
  void agesOfRoiRise() {
    ExitRules.RoiStep first = new ExitRules.RoiStep(0, 0.05);
    ExitRules.RoiStep second = new ExitRules.RoiStep(60, -0.02);
    List<ExitRules.RoiStep> steps = new ArrayList<>(List.of(first, second));
    ExitRules rules = roi(steps);
    steps.clear();
    assertThat(rules.roi()).containsExactly(first, second);
    assertThatThrownBy(() -> roi(List.of(second, first)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> roi(List.of(first, first)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExitRules.RoiStep(-1, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExitRules.RoiStep(0, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExitRules.RoiStep(0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void newSettingsStandBesideTheOld() {
    ExitRules.LadderStep first = new ExitRules.LadderStep(0.02, 0.5);
    ExitRules.LadderStep second = new ExitRules.LadderStep(0.04, 0.3);
    ExitRules rules =
        new ExitRules(ratio("0.1"), ratio("0.2"), ratio("0.3"), List.of(), time("7"))
            .withVolatilityStop(2)
            .withTrailingAtr(3)
            .withChandelier(ExitRules.Chandelier.DEFAULT)
            .withBreakEven(0.02)
            .withLadder(List.of(first, second))
            .withAtrBars(22);
    assertThat(rules)
        .isEqualTo(
            new ExitRules(
                ratio("0.1"),
                ratio("0.2"),
                ratio("0.3"),
                List.of(),
                time("7"),
                ratio("2"),
                ratio("3"),
                Optional.of(new ExitRules.Chandelier(22, 3)),
                ratio("0.02"),
                List.of(first, second),
                22));
    assertThat(ExitRules.NONE.atrBars()).isEqualTo(14);
  }

  @Test
  void newSettingsAreChecked() {
    List<ThrowingCallable> wrong =
        List.of(
            () -> ExitRules.NONE.withVolatilityStop(0),
            () -> ExitRules.NONE.withVolatilityStop(Double.NaN),
            () -> ExitRules.NONE.withTrailingAtr(-1),
            () -> ExitRules.NONE.withTrailingAtr(1001),
            () -> ExitRules.NONE.withBreakEven(0),
            () -> ExitRules.NONE.withBreakEven(Double.NaN),
            () -> ExitRules.NONE.withAtrBars(0),
            () -> new ExitRules.Chandelier(0, 3),
            () -> new ExitRules.Chandelier(22, 0),
            () -> new ExitRules.LadderStep(0, 0.5),
            () -> new ExitRules.LadderStep(0.02, 0),
            () -> new ExitRules.LadderStep(0.02, 1.1),
            () -> ladder(0.04, 0.5, 0.02, 0.3),
            () -> ladder(0.02, 0.5, 0.02, 0.3),
            () -> ladder(0.02, 0.5, 0.04, 0.6));
    for (int i = 0; i < wrong.size(); i++) {
      assertThatThrownBy(wrong.get(i))
          .as("case %s", i)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(ladder(0.02, 0.5, 0.04, 0.5).ladder()).hasSize(2);
  }

  private static ExitRules ladder(double one, double part, double other, double rest) {
    return ExitRules.NONE.withLadder(
        List.of(new ExitRules.LadderStep(one, part), new ExitRules.LadderStep(other, rest)));
  }

  private static ExitRules roi(List<ExitRules.RoiStep> steps) {
    return new ExitRules(ratio("-"), ratio("-"), ratio("-"), steps, time("-"));
  }

  private static OptionalDouble ratio(String text) {
    return text.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  private static OptionalLong time(String text) {
    return text.equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
  }
}
