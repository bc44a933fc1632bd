package io.tradewind.research.backtest;

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
    String fingerprint,
    String stateHash,
    long candles,
    long elapsedNs) {
  /** Copies the lists. */
  public BacktestResult {
    trades = List.copyOf(trades);
    signals = List.copyOf(signals);
    charts = List.copyOf(charts);
  }
}
