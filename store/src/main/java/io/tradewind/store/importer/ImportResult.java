package io.tradewind.store.importer;

/** What became of a file: candles, trades, funding rates, ticks, or a refusal with its reason. */
public sealed interface ImportResult
    permits CandleImport, TradeImport, FundingImport, ImportedTicks {}
