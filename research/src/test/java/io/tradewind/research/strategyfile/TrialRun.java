package io.tradewind.research.strategyfile;

import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.BacktestRun;
import io.tradewind.research.backtest.PlainRuns;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.List;
import java.util.Map;

/** Runs a loaded strategy in the real engine, on a few daily candles of one instrument. */
final class TrialRun {
  private TrialRun() {}

  /** With closes that the candles are made of. */
  static BacktestResult of(Strategy strategy, Map<String, String> parameters, int... closes) {
    StringBuilder table = new StringBuilder();
    for (int close : closes) {
      table.append(table.isEmpty() ? "" : ",");
      table.append(" %1$d %1$d %1$d %1$d".formatted(close));
    }
    return BacktestRun.run(
        PlainRuns.spec(
            PlainRuns.book("trial", strategy, Interval.ONE_DAY, parameters),
            List.of(TestInstruments.spot("TEST/USDT")),
            List.of(CandleTable.parse(table.toString(), Interval.ONE_DAY)),
            CandleTable.START_NS,
            CandleTable.START_NS + 100 * Interval.ONE_DAY.durationNs()));
  }
}
