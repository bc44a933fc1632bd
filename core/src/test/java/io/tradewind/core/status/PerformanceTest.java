package io.tradewind.core.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from counts and sums; a dash is what is undefined. */
class PerformanceTest {
  private static Performance of(long trades, long wins, String won, String lost) {
    return new Performance(
        trades,
        wins,
        new BigDecimal(won),
        new BigDecimal(lost),
        Optional.empty(),
        Optional.empty());
  }

  private static String text(Optional<BigDecimal> value) {
    return value.map(BigDecimal::toPlainString).orElse("-");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0, 0, 0,     0,      0,     -,      -,         -
          3, 1, 10.50, -0.50,  10.00, 0.3333, 3.333333,  21.0000
          3, 2, 10,    -20,    -10,   0.6667, -3.3333,   0.5000
          2, 2, 1E+3,  0,      1000,  1.0000, 500.0000,  -
          4, 0, 0,     -2,     -2,    0.0000, -0.5000,   0.0000
          """)
  void figures(
      long trades,
      long wins,
      String won,
      String lost,
      String result,
      String winRate,
      String averageResult,
      String profitFactor) {
    Performance performance = of(trades, wins, won, lost);
    assertThat(performance.result().toPlainString()).isEqualTo(result);
    assertThat(text(performance.winRate())).isEqualTo(winRate);
    assertThat(text(performance.averageResult())).isEqualTo(averageResult);
    assertThat(text(performance.profitFactor())).isEqualTo(profitFactor);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 2  | 1  | -1 | 2 wins of 1 trades
          1 | -1 | 1  | -1 | -1 wins of 1 trades
          1 | 1  | -1 | -1 | won must be >= 0, was -1
          1 | 1  | 1  | 1  | lost must be <= 0, was 1
          """)
  void whatCannotBeIsRefused(long trades, long wins, String won, String lost, String message) {
    assertThatThrownBy(() -> of(trades, wins, won, lost))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
