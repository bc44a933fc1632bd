package io.tradewind.research.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.research.backtest.EquityCurve;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MonthlyReturnsTest {
  /** Equity starts on 2024-02-01; point 29 is midnight of 1 March, which ends February. */
  @Test
  void midnightOfTheFirstEndsTheMonthBefore() {
    double[] equity = new double[32];
    Arrays.fill(equity, 0, 29, 100);
    Arrays.fill(equity, 29, 32, 110);
    equity[31] = 99;
    List<MonthlyReturns> years = MonthlyReturns.of(SampleRuns.daily(equity));
    assertThat(years).hasSize(1);
    assertThat(years.getFirst().months().get(0)).isEmpty();
    assertThat(years.getFirst().months().get(1).orElseThrow()).isCloseTo(0.1, within(1e-12));
    assertThat(years.getFirst().months().get(2).orElseThrow()).isCloseTo(-0.1, within(1e-12));
    assertThat(years.getFirst().total().orElseThrow()).isCloseTo(-0.01, within(1e-12));
  }

  @Test
  void monthsMultiplyToTheYearAndYearsToTheRun() {
    EquityCurve daily = SampleRuns.seeded(5, 800, 300).daily();
    List<MonthlyReturns> years = MonthlyReturns.of(daily);
    assertThat(years).extracting(MonthlyReturns::year).containsExactly(2024, 2025, 2026);
    double all = 1;
    for (MonthlyReturns year : years) {
      double months =
          year.months().stream()
              .flatMapToDouble(OptionalDouble::stream)
              .reduce(1, (a, month) -> a * (1 + month));
      assertThat(months - 1).isCloseTo(year.total().orElseThrow(), within(1e-9));
      all *= months;
    }
    assertThat(all).isCloseTo(daily.equity(800) / daily.equity(0), within(1e-9));
  }

  @Test
  void isEmptyWithoutADayAndWithoutEquity() {
    assertThat(MonthlyReturns.of(SampleRuns.daily(100))).isEmpty();
    assertThat(MonthlyReturns.of(SampleRuns.daily(0, 5)).getFirst().total()).isEmpty();
  }
}
