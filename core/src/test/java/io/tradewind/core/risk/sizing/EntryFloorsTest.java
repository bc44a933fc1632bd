package io.tradewind.core.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFloorsTest {
  private static final String PASS = "pass";

  /** As shipped, at a price of 100, costs of both ways 0.2 %. A short is the mirror image. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a good long,              1000, 98,    104,     0.8, pass",
    "a good short,             1000, 102,   96,      0.8, pass",
    "no stop,                  1000, -,     104,     0.8, 'STOP_BAND: there is no stop'",
    "a stop on the band,       1000, 99.5,  104,     0.8, pass",
    "nearer,                   1000, 99.6,  104,     0.8, 'STOP_BAND: the stop is 0.4 % away, nearer than 0.5 %'",
    "a stop on the far end,    1000, 90,    120,     0.8, pass",
    "further,                  1000, 89,    120,     0.8, 'STOP_BAND: the stop is 11 % away, further than 10 %'",
    "no number for a stop,     1000, NaN,   104,     0.8, 'STOP_BAND: the stop is unknown away, nearer than 0.5 %'",
    "3 after costs,            78.94736842105263, 98, 104, 0.8, pass",
    "a little less,            78,   98,    104,     0.8, 'NET_PROFIT: net profit at the first target is 2.964, under 3'",
    "costs eat the target,     1000, 99.5,  100.1,   0.8, 'NET_PROFIT: net profit at the first target is -1, under 3'",
    "one and a half to one,    1000, 98,    103,     0.8, pass",
    "the last bits do not count, 1000, 98.3, 102.55, 0.8, pass",
    "less,                     1000, 98,    102.5,   0.8, 'REWARD_TO_RISK: reward to risk is 1.25, under 1.5'",
    "the mean of the targets,  1000, 98,    102 104, 0.8, pass",
    "less in the mean,         1000, 98,    102 103, 0.8, 'REWARD_TO_RISK: reward to risk is 1.25, under 1.5'",
    "it runs without a target, 1000, 98,    -,       0.8, pass",
    "sure enough,              1000, 98,    104,     0.7, pass",
    "not sure enough,          1000, 98,    104,     0.69, 'CONFIDENCE: confidence is 0.69, under 0.7'",
    "how sure is not known,    1000, 98,    104,     NaN, 'CONFIDENCE: confidence is unknown, under 0.7'",
    "of two the first,         1,    99.9,  104,     0.1, 'STOP_BAND: the stop is 0.1 % away, nearer than 0.5 %'"
  })
  void judges(
      String what, double notional, String stop, String targets, double confidence, String said) {
    assertThat(said(EntryFloors.SHIPPED.judge(entry(notional, stop, targets, confidence))))
        .as(what)
        .isEqualTo(said);
  }

  @Test
  void offIsOff() {
    assertThat(said(EntryFloors.NONE.judge(entry(0, "-", "100.01", Double.NaN)))).isEqualTo(PASS);
  }

  @Test
  void eachIsOffByItself() {
    EntryFloors onlyReward =
        new EntryFloors(
            Optional.empty(), OptionalDouble.empty(), OptionalDouble.of(2), OptionalDouble.empty());
    assertThat(said(onlyReward.judge(entry(0, "98", "103", 0))))
        .isEqualTo("REWARD_TO_RISK: reward to risk is 1.5, under 2");
    assertThat(said(onlyReward.judge(entry(0, "-", "130", 0))))
        .isEqualTo("REWARD_TO_RISK: reward to risk is 0.3, under 2");
  }

  @Test
  void isChecked() {
    assertThatThrownBy(() -> new EntryFloors.Band(0.1, 0.05))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EntryFloors.Band(-0.1, 0.05))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EntryFloors.Band(0.1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> floors(-1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> floors(1, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> floors(1, 1, 1.1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static EntryFloors floors(double profit, double reward, double confidence) {
    return new EntryFloors(
        Optional.empty(),
        OptionalDouble.of(profit),
        OptionalDouble.of(reward),
        OptionalDouble.of(confidence));
  }

  private static EntryFloors.Entry entry(
      double notional, String stop, String targets, double confidence) {
    return new EntryFloors.Entry(
        100,
        notional,
        numbers(stop).stream().mapToDouble(d -> d).findFirst(),
        numbers(targets),
        0.002,
        confidence);
  }

  private static List<Double> numbers(String text) {
    return text.equals("-")
        ? List.of()
        : Arrays.stream(text.split(" ")).map(Double::parseDouble).toList();
  }

  private static String said(FloorDecision decision) {
    return switch (decision) {
      case FloorDecision.Pass _ -> PASS;
      case FloorDecision.Below below -> below.floor() + ": " + below.detail();
    };
  }
}
