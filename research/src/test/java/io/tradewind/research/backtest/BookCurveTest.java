package io.tradewind.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.allocation.AllocationRule;
import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.time.Utc;
import io.tradewind.testkit.CandleTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cash that is moved between books is neither gain nor loss. */
class BookCurveTest {

  /** Equity of days, and after an m what is moved. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1000 1100 990                   | 1000, 1000, 1100, 990
          1000 m-200 800 880              | 1000, 1000, 1000, 1100
          1000 m1000 2200 2200 m-2200 0 5 | 1000, 1000, 1100, 1100, 1100, 1100
          -100 0                          | 1000, -100, 0
          1000 m500 -300 7                | 1000, 1000, -200, -200
          """)
  void followsReturns(String days, String values) {
    BookCurve curve = new BookCurve(0, 1000);
    long timeNs = 0;
    for (String day : days.split(" ")) {
      if (day.startsWith("m")) {
        curve.move(Long.parseLong(day.substring(1)));
      } else {
        curve.add(++timeNs, Long.parseLong(day));
      }
    }
    EquityCurve made = curve.curve(0);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      found.add(Long.toString(made.equityScaled(i)));
    }
    assertThat(String.join(", ", found)).isEqualTo(values);
  }

  /** Two that have not traded yet are made equal: money goes, and nobody has won or lost. */
  @Test
  void whoDoesNotTradeStaysWhereItWas() {
    AllocationSettings equal = AllocationSettings.DEFAULT.withRule(new AllocationRule.Equal());
    long lateNs = CandleTable.START_NS + 47 * 3600 * Utc.SECOND_NS;
    BacktestResult run =
        BacktestRun.run(BuiltInRuns.two(1, 50).tradedFrom(lateNs).allocated(equal, 1));
    assertThat(run.trades()).isEmpty();
    assertThat(run.capital().movedScaled()).isPositive();
    for (StrategyResult each : run.strategies()) {
      EquityCurve daily = each.daily();
      for (int i = 0; i < daily.size(); i++) {
        assertThat(daily.equityScaled(i)).isEqualTo(daily.equityScaled(0));
      }
    }
  }
}
