package io.tradewind.store.importer;

import io.tradewind.core.market.TradeColumns;
import io.tradewind.store.series.TradeKind;
import io.tradewind.store.series.TradeRows;
import java.nio.file.Path;

/**
 * Trades of a file.
 *
 * @param rows at least one
 */
public record ImportedTrades(Path file, TradeKind kind, TradeRows rows, ImportNotes notes)
    implements TradeImport {

  /** The rows as scaled columns, in the scales that they need. */
  public TradeColumns columns() {
    return rows.toColumns(rows.scales());
  }
}
