package io.tradewind.analytics.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores of two states, the second being 1 less the first, by thresholds 0.6 and 0.4. */
class HysteresisTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # bars | scores of state 1        | states
          1      | 0.2 0.9                  | 0 1
          1      | 0.5                      | 0
          1      | 0.51                     | 1
          1      | 0.2 0.55 0.6 0.61        | 0 0 0 1
          1      | 0.9 0.5 0.41 0.39        | 1 1 1 0
          2      | 0.2 0.9 0.9 0.9          | 0 0 1 1
          2      | 0.2 0.9 0.5 0.9 0.5      | 0 0 0 0 0
          2      | 0.2 0.9 nan 0.9 0.9      | 0 0 0 0 1
          3      | 0.2 0.9 0.9 0.1 0.9 0.9 0.9 0.1 0.1 0.1 | 0 0 0 0 0 0 1 1 1 0
          2      | nan nan 0.9              | - - 1
          """)
  void movesAsTheTableSays(int minimumBars, String scores, String states) {
    Hysteresis hysteresis = new Hysteresis(0.6, 0.4, minimumBars);
    StringBuilder told = new StringBuilder();
    for (String text : scores.split(" ", -1)) {
      double score = text.equals("nan") ? Double.NaN : Double.parseDouble(text);
      hysteresis.update(new double[] {1 - score, score});
      told.append(hysteresis.isReady() ? String.valueOf(hysteresis.state()) : "-").append(' ');
    }
    assertThat(told.toString().strip()).isEqualTo(states);
  }

  @Test
  void aChangeOfChallengerBeginsAnew() {
    Hysteresis hysteresis = new Hysteresis(0.6, 0.4, 2);
    hysteresis.update(new double[] {1, 0, 0});
    hysteresis.update(new double[] {0, 1, 0});
    hysteresis.update(new double[] {0, 0, 1});
    assertThat(hysteresis.state()).isZero();
    hysteresis.update(new double[] {0, 0, 1});
    assertThat(hysteresis.state()).isEqualTo(2);
  }

  @Test
  void entersAtAndLeavesBelowTheThresholds() {
    Hysteresis hysteresis = new Hysteresis(0.5, 0.25, 1);
    hysteresis.update(new double[] {1, 0, 0});
    hysteresis.update(new double[] {0.25, 0.75, 0});
    assertThat(hysteresis.state()).isZero();
    hysteresis.update(new double[] {0.125, 0.5, 0.375});
    assertThat(hysteresis.state()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noStateIsShorterThanTheMinimum(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int minimumBars = random.nextInt(1, 8);
    Hysteresis hysteresis = new Hysteresis(0.6, 0.4, minimumBars);
    double[] scores = new double[3];
    int lasted = 0;
    int changes = 0;
    int before = -1;
    for (int i = 0; i < 20_000; i++) {
      Arrays.fill(scores, 0.05);
      scores[random.nextInt(10) < 8 ? i / 10 % 3 : random.nextInt(3)] = 0.9;
      hysteresis.update(scores);
      if (before != -1 && hysteresis.state() != before) {
        assertThat(lasted).as("bar %d, seed %d", i, seed).isGreaterThanOrEqualTo(minimumBars);
        lasted = 0;
        changes++;
      }
      before = hysteresis.state();
      lasted++;
    }
    assertThat(changes).as("changes, seed %d", seed).isGreaterThan(50);
  }

  @Test
  void refusesThresholdsTheWrongWayRound() {
    assertThatThrownBy(() -> new Hysteresis(0.4, 0.6, 1))
        .hasMessage("leave must be 0 to enter, was 0.6");
    assertThatThrownBy(() -> new Hysteresis(1.1, 0.6, 1))
        .hasMessage("enter must be 0 to 1, was 1.1");
    assertThatThrownBy(() -> new Hysteresis(0.6, 0.4, 0))
        .hasMessage("minimumBars must be >= 1, was 0");
    assertThatThrownBy(() -> new Hysteresis(0.6, 0.4, 1).state())
        .hasMessage("a state must have been entered, was -1");
  }
}
