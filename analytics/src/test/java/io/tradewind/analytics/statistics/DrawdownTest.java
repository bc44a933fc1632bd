package io.tradewind.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drawdowns whose depth and length can be counted by hand. */
class DrawdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # equity            | deepest | its days | longest days
          100                 |  0      | 0        | 0
          100 110 120         |  0      | 0        | 0
          100 75 100          | -0.25   | 1        | 1
          100 75 50           | -0.5    | 2        | 2
          100 50 100 75 75 80 | -0.5    | 1        | 3
          100 75 100 75 80 90 | -0.25   | 1        | 3
          100 90 120 60 90 120| -0.5    | 2        | 2
          """)
  void isCountedFromThePeak(String equity, double deepest, int days, int longest) {
    double[] drawdowns = Drawdown.ofEquity(numbers(equity));
    assertThat(Drawdown.max(drawdowns)).isEqualTo(deepest);
    assertThat(Drawdown.maxDays(drawdowns)).isEqualTo(days);
    assertThat(Drawdown.longestDays(drawdowns)).isEqualTo(longest);
  }

  @Test
  void aLossOnTheFirstDayCounts() {
    double[] drawdowns = Drawdown.series(new double[] {-0.5, 0.5});
    assertThat(drawdowns).containsExactly(-0.5, -0.25);
    assertThat(Drawdown.maxDays(drawdowns)).isEqualTo(2);
  }

  @Test
  void returnsAndEquityTellTheSame() {
    double[] equity = numbers("100 125 100 50 75 150");
    double[] returns = Returns.ofEquity(equity);
    assertThat(returns).containsExactly(0.25, -0.2, -0.5, 0.5, 1);
    double[] fromEquity = Drawdown.ofEquity(equity);
    assertThat(Drawdown.series(returns))
        .containsExactly(Arrays.copyOfRange(fromEquity, 1, fromEquity.length));
    assertThat(Returns.total(returns)).isEqualTo(0.5);
  }

  @Test
  void fewDaysHaveNoReturns() {
    assertThat(Returns.ofEquity(new double[0])).isEmpty();
    assertThat(Returns.ofEquity(new double[] {5})).isEmpty();
    assertThat(Drawdown.max(new double[0])).isNaN();
  }

  @Test
  void equityMustBePositive() {
    assertThatThrownBy(() -> Drawdown.ofEquity(new double[] {1, 0}))
        .hasMessage("equity must be > 0, was 0.0");
    assertThatThrownBy(() -> Returns.ofEquity(new double[] {-1, 1}))
        .hasMessage("equity must be > 0, was -1.0");
  }

  @Test
  void ulcerIndexIsTheRootMeanSquareWithOneDayLess() {
    assertThat(Drawdown.ulcerIndex(new double[] {0, -0.3, -0.4})).isEqualTo(Math.sqrt(0.25 / 2));
    assertThat(Drawdown.ulcerIndex(new double[] {-0.3})).isNaN();
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
