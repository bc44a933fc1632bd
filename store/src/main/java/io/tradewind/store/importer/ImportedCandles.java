package io.tradewind.store.importer;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.store.series.CandleRows;
import java.nio.file.Path;

/**
 * Candles of a file.
 *
 * @param interval as given, else as the file's name says, else the most common spacing
 * @param rows at least one
 */
public record ImportedCandles(Path file, Interval interval, CandleRows rows, ImportNotes notes)
    implements CandleImport {

  /** The rows as scaled columns, in the scales that they need. */
  public CandleColumns columns() {
    return rows.toColumns(interval, rows.scales());
  }
}
