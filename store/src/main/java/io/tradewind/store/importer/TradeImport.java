package io.tradewind.store.importer;

/** What became of a file that was to hold trades. */
public sealed interface TradeImport extends ImportResult permits ImportedTrades, ImportRefused {}
