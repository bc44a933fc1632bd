package io.tradewind.analytics.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against an average of three days. */
class DailyTrendTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # closes    | trend | long | short
          1 2         | NONE  | 1    | 1
          1 2 3       | BULL  | 1.1  | 0.9
          3 2 1       | BEAR  | 0.9  | 1.1
          2 2 2       | NONE  | 1    | 1
          1 2 3 4 1   | BEAR  | 0.9  | 1.1
          3 2 1 0.5 4 | BULL  | 1.1  | 0.9
          1 2 NaN 4 5 | NONE  | 1    | 1
          """)
  void isTheSideOfTheAverage(String closes, MarketTrend trend, double longs, double shorts) {
    DailyTrend daily = new DailyTrend(3);
    for (String close : closes.split(" ", -1)) {
      assertThat(daily.update(Double.parseDouble(close))).isEqualTo(daily.trend());
    }
    assertThat(daily.trend()).isEqualTo(trend);
    assertThat(daily.trend().longFactor()).isEqualTo(longs);
    assertThat(daily.trend().shortFactor()).isEqualTo(shorts);
  }

  @Test
  void anAverageOfOneDayHasNoSides() {
    assertThatThrownBy(() -> new DailyTrend(1)).hasMessage("length must be >= 2, was 1");
  }
}
