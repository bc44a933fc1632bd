package io.tradewind.store.importer;

/** What became of a file that was to hold funding rates. */
public sealed interface FundingImport extends ImportResult permits ImportedFunding, ImportRefused {}
