package io.tradewind.store.importer;

/** What became of a file that was to hold candles. */
public sealed interface CandleImport extends ImportResult permits ImportedCandles, ImportRefused {}
