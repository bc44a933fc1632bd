package io.tradewind.research.backtest;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;

/** The candles of one symbol at the run's interval, over what was traded, for the report. */
public record SymbolChart(Instrument instrument, CandleColumns candles) {}
