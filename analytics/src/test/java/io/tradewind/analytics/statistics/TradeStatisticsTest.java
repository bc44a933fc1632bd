package io.tradewind.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trades whose statistics can be counted by hand. */
class TradeStatisticsTest {

  @Test
  void countsByHand() {
    double[] profits = {30, -10, 0, 20, 40, -20, -30, -4};
    double[] rMultiples = {3, -1, 1, 1};
    assertThat(TradeStatistics.of(profits, rMultiples))
        .isEqualTo(
            new TradeStatistics(
                8,
                3,
                4,
                0.375,
                90.0 / 64,
                3.25,
                30,
                -16,
                30.0 / 16,
                1,
                2 * 1 / Math.sqrt(8.0 / 3),
                2,
                3));
  }

  @Test
  void withoutTradesNothingIsDefined() {
    double nan = Double.NaN;
    assertThat(TradeStatistics.of(new double[0], new double[0]))
        .isEqualTo(new TradeStatistics(0, 0, 0, nan, nan, nan, nan, nan, nan, nan, nan, 0, 0));
  }

  @Test
  void withoutALossRatiosAreUndefined() {
    TradeStatistics lucky = TradeStatistics.of(new double[] {1, 2}, new double[] {2, 2});
    assertThat(
            new double[] {
              lucky.profitFactor(), lucky.averageLoss(), lucky.payoffRatio(), lucky.sqn()
            })
        .containsOnly(Double.NaN);
    assertThat(lucky.winRate()).isEqualTo(1);
  }

  @Test
  void withoutAWinTheFactorIsZeroAndThePayoffUndefined() {
    TradeStatistics unlucky = TradeStatistics.of(new double[] {-1, -2}, new double[] {-1});
    assertThat(unlucky.profitFactor()).isZero();
    assertThat(unlucky.payoffRatio()).isNaN();
    assertThat(unlucky.sqn()).isNaN();
    assertThat(unlucky.expectancyR()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # profits      | wins | losses
          1              | 1    | 0
          0              | 0    | 0
          1 1 0 1        | 2    | 0
          -1 1 -1 -1 -1  | 1    | 3
          1 1 1 -1 -1 1  | 3    | 2
          """)
  void streaksAreBrokenByTheOtherAndByZero(String text, int wins, int losses) {
    double[] profits =
        Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    assertThat(Trades.longestWinStreak(profits)).isEqualTo(wins);
    assertThat(Trades.longestLossStreak(profits)).isEqualTo(losses);
  }

  @Test
  void notANumberIsRefused() {
    double[] bad = {Double.NaN};
    assertThatThrownBy(() -> TradeStatistics.of(bad, new double[0]))
        .hasMessage("profits must be finite, one was NaN");
    assertThatThrownBy(() -> TradeStatistics.of(new double[0], bad))
        .hasMessage("rMultiples must be finite, one was NaN");
  }
}
