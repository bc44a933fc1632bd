package io.tradewind.research.backtest;

import io.tradewind.core.risk.Refusal;
import io.tradewind.core.signal.Signal;
import java.util.Optional;

/**
 * A signal and what became of it.
 *
 * @param refusal empty where it was followed
 * @param detail more words, maybe empty
 */
public record SignalRecord(Signal signal, Optional<Refusal> refusal, String detail) {}
