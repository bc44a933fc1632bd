package io.tradewind.research.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.EquityCurve;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MetricsTest {
  private static final long HOUR = SampleRuns.HOUR_NS;
  private static final long START = SampleRuns.START;

  /** Four days; three trades of which two overlap and one had no stop. */
  private static final BacktestResult RUN =
      SampleRuns.result(
          SampleRuns.description("sample", 4),
          List.of(
              SampleRuns.trade(START, START + 24 * HOUR, 30, 10),
              SampleRuns.trade(START + 12 * HOUR, START + 36 * HOUR, -10, 10),
              SampleRuns.trade(START + 48 * HOUR, START + 60 * HOUR, 20.5, 0)),
          SampleRuns.daily(1000, 1030, 1020, 1020, 1040.5));

  @ParameterizedTest
  @CsvSource({
    "totalReturn, 0.0405",
    "buyAndHoldReturn, 0.0405",
    "netProfit, 40.5",
    "finalEquity, 1040.5",
    "bestDay, 0.03",
    "maxDrawdownDays, 2",
    "trades, 3",
    "winRate, 0.6666666666666666",
    "profitFactor, 5.05",
    "expectancy, 13.5",
    "expectancyR, 1",
    "averageR, 1",
    "averageWin, 25.25",
    "averageLoss, -10",
    "payoffRatio, 2.525",
    "longestWinStreak, 1",
    "longestLossStreak, 1",
    "exposure, 0.5",
    "grossProfit, 50.5",
    "grossLoss, -10",
    "fees, 0",
    "slippage, 0",
    "funding, 0"
  })
  void figureOfAKnownRun(String key, BigDecimal expected) {
    assertThat(Metrics.of(RUN).value(figure(key)).orElseThrow().doubleValue())
        .isCloseTo(expected.doubleValue(), within(1e-12));
  }

  @Test
  void turnoverIsBothSidesOfAllTradesOverMeanEquity() {
    double traded = 3 * 100 + 130 + 90 + 120.5;
    double meanEquity = (1000 + 1030 + 1020 + 1020 + 1040.5) / 5;
    assertThat(Metrics.of(RUN).number(Figure.TURNOVER).orElseThrow())
        .isCloseTo(traded / meanEquity, within(1e-12));
  }

  @Test
  void drawdownIsBelowZeroAsInQuantstats() {
    assertThat(Metrics.of(RUN).number(Figure.MAX_DRAWDOWN).orElseThrow())
        .isCloseTo(1020.0 / 1030 - 1, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(
      value = Figure.class,
      names = {
        "WIN_RATE",
        "PROFIT_FACTOR",
        "EXPECTANCY",
        "EXPECTANCY_R",
        "AVERAGE_WIN",
        "AVERAGE_LOSS",
        "PAYOFF_RATIO",
        "SQN",
        "AVERAGE_R",
        "SHARPE",
        "SORTINO",
        "CALMAR",
        "CAGR",
        "VOLATILITY",
        "SKEW",
        "KURTOSIS",
        "TAIL_RATIO",
        "ULCER_INDEX",
        "DAY_WIN_RATE",
        "BEST_DAY",
        "WORST_DAY"
      })
  void isAbsentWhereThereIsNothingToDivideBy(Figure figure) {
    BacktestResult nothing =
        SampleRuns.result(SampleRuns.description("sample", 0), List.of(), SampleRuns.daily(1000));
    assertThat(Metrics.of(nothing).value(figure)).isEmpty();
  }

  @Test
  void holdsWithoutAnyPoint() {
    BacktestResult nothing =
        SampleRuns.result(
            SampleRuns.description("sample", 0),
            List.of(),
            new EquityCurve(8, new long[0], new long[0]));
    assertThat(Metrics.of(nothing).value(Figure.FINAL_EQUITY)).isEmpty();
  }

  @Test
  void holdsWhereEquityFallsBelowZero() {
    BacktestResult ruin =
        SampleRuns.result(
            SampleRuns.description("sample", 2), List.of(), SampleRuns.daily(1000, -200, -100));
    assertThat(Metrics.of(ruin).value(Figure.TOTAL_RETURN)).contains(new BigDecimal("-1.1"));
    assertThat(Metrics.of(ruin).value(Figure.CAGR)).isEmpty();
  }

  /** Against a count of hours: whoever is in the market at an hour's middle is in it all hour. */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5"})
  void exposureEqualsACountOfHours(long seed) {
    BacktestResult run = SampleRuns.seeded(seed, 30, 20);
    long in = 0;
    for (int hour = 0; hour < 30 * 24; hour++) {
      long middleNs = START + hour * HOUR + HOUR / 2;
      in += run.trades().stream().anyMatch(trade -> isOpen(trade, middleNs)) ? 1 : 0;
    }
    assertThat(Metrics.of(run).number(Figure.EXPOSURE).orElseThrow())
        .isCloseTo(in / (30.0 * 24), within(1e-9));
  }

  @Test
  void rollingFiguresBeginAfterThirtyDays() {
    Metrics metrics = Metrics.of(SampleRuns.seeded(1, 40, 60));
    for (Rolling figure : Rolling.values()) {
      assertThat(metrics.rolling(figure, 28)).isNaN();
      assertThat(metrics.rolling(figure, 29)).isFinite();
      assertThat(metrics.rolling(figure, 39)).isFinite();
    }
  }

  private static boolean isOpen(ClosedTrade trade, long timeNs) {
    return trade.entryTimeNs() <= timeNs
        && timeNs < Math.min(trade.exitTimeNs(), START + 30 * Utc.DAY_NS);
  }

  private static Figure figure(String key) {
    for (Figure figure : Figure.values()) {
      if (figure.key().equals(key)) {
        return figure;
      }
    }
    throw new IllegalArgumentException("no figure " + key);
  }
}
