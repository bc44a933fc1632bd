package io.tradewind.research.backtest;

import io.tradewind.core.allocation.RivalrySettings;
import io.tradewind.core.trade.ClosedTrade;
import java.util.List;
import java.util.Optional;

/**
 * What came out of a run.
 *
 * @param run what made it
 * @param trades in the order in which they closed
 * @param daily equity at the start and at each end of a UTC day, the last point at the run's end
 * @param candle equity at each close of a candle, where it was asked for
 * @param buyAndHold the capital spread evenly over the symbols at the first open and held, at the
 *     times of {@code daily}
 * @param signals every signal with its outcome, in the order in which they were raised
 * @param charts one for each symbol
 * @param strategies one for each, in the order in which they were named
 * @param costs by trade and by day
 * @param executions how entries were worked
 * @param capital how it was moved between the strategies
 * @param rivals challengers that were traded beside it
 * @param fingerprint SHA-256 over every closed trade, in canonical decimal text
 * @param stateHash SHA-256 over the engine's state at the end
 * @param candles how many went through the engine, warm-up included
 * @param elapsedNs wall time of the run
 */
public record BacktestResult(
    RunDescription run,
    List<ClosedTrade> trades,
    EquityCurve daily,
    Optional<EquityCurve> candle,
    EquityCurve buyAndHold,
    List<SignalRecord> signals,
    List<SymbolChart> charts,
    List<StrategyResult> strategies,
    CostReport costs,
    ExecutionReport executions,
    CapitalReport capital,
    List<RivalResult> rivals,
    String fingerprint,
    String stateHash,
    long candles,
    long elapsedNs) {
  /** Copies the lists. */
  public BacktestResult {
    trades = List.copyOf(trades);
    signals = List.copyOf(signals);
    charts = List.copyOf(charts);
    strategies = List.copyOf(strategies);
    rivals = List.copyOf(rivals);
  }

  /** With nothing known by strategy, nor of slippage by its parts. */
  public BacktestResult(
      RunDescription run,
      List<ClosedTrade> trades,
      EquityCurve daily,
      Optional<EquityCurve> candle,
      EquityCurve buyAndHold,
      List<SignalRecord> signals,
      List<SymbolChart> charts,
      String fingerprint,
      String stateHash,
      long candles,
      long elapsedNs) {
    this(
        run,
        trades,
        daily,
        candle,
        buyAndHold,
        signals,
        charts,
        List.of(),
        CostReport.NONE,
        ExecutionReport.NONE,
        CapitalReport.NONE,
        List.of(),
        fingerprint,
        stateHash,
        candles,
        elapsedNs);
  }

  /** The same beside challengers, each over the same days. */
  public BacktestResult against(List<BacktestResult> challengers, RivalrySettings terms) {
    return new BacktestResult(
        run,
        trades,
        daily,
        candle,
        buyAndHold,
        signals,
        charts,
        strategies,
        costs,
        executions,
        capital,
        challengers.stream().map(each -> RivalResult.of(this, each, terms)).toList(),
        fingerprint,
        stateHash,
        candles,
        elapsedNs);
  }

  /** What one of its strategies came to, as if there were no other. */
  public BacktestResult of(StrategyResult strategy) {
    List<ClosedTrade> own =
        trades.stream().filter(trade -> trade.strategy().equals(strategy.name())).toList();
    return new BacktestResult(
        run,
        own,
        strategy.daily(),
        Optional.empty(),
        buyAndHold,
        List.of(),
        List.of(),
        Fingerprint.of(own),
        stateHash,
        candles,
        elapsedNs);
  }
}
