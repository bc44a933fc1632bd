package io.tradewind.store.importer;

import io.tradewind.store.series.FundingRows;
import java.nio.file.Path;

/**
 * Funding rates of a file.
 *
 * @param rows at least one
 */
public record ImportedFunding(Path file, FundingRows rows, ImportNotes notes)
    implements FundingImport {}
