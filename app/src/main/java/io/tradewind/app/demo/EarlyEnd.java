package io.tradewind.app.demo;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.RunDescription;
import io.tradewind.research.backtest.SymbolChart;
import java.util.List;

/** A result of a run that was stopped before its data ended, told as if the data ended there. */
final class EarlyEnd {
  private EarlyEnd() {}

  static BacktestResult cut(BacktestResult result, long endNs) {
    RunDescription run = result.run();
    long toNs = Math.max(endNs, run.fromNs() + 1);
    RunDescription shorter =
        new RunDescription(
            run.strategy(),
            run.parameters(),
            run.symbols(),
            run.interval(),
            run.fromNs(),
            toNs,
            run.capital(),
            run.currency(),
            run.data(),
            run.settings(),
            run.version(),
            run.javaVersion(),
            run.notices());
    List<SymbolChart> charts =
        result.charts().stream()
            .map(chart -> new SymbolChart(chart.instrument(), until(chart.candles(), toNs)))
            .toList();
    return new BacktestResult(
        shorter,
        result.trades(),
        result.daily(),
        result.candle(),
        result.buyAndHold(),
        result.signals(),
        charts,
        result.strategies(),
        result.costs(),
        result.executions(),
        result.capital(),
        result.rivals(),
        result.fingerprint(),
        result.stateHash(),
        result.candles(),
        result.elapsedNs());
  }

  private static CandleColumns until(CandleColumns candles, long endNs) {
    int end = candles.size();
    while (end > 0 && candles.closeTimeNs(end - 1) > endNs) {
      end--;
    }
    return candles.slice(0, end);
  }
}
