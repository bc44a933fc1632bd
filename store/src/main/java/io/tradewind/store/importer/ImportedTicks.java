package io.tradewind.store.importer;

import io.tradewind.store.series.BookRows;
import java.nio.file.Path;
import java.util.List;

/**
 * Trades and an order book of one file: a recording of streams, or a book that was exported.
 *
 * @param trades by kind; none, one or both
 * @param book maybe without rows
 * @param bookNotes how the book came about
 * @param passedBy messages of other kinds, such as best bids and asks
 */
public record ImportedTicks(
    Path file,
    List<ImportedTrades> trades,
    BookRows book,
    BookNotes bookNotes,
    long passedBy,
    ImportNotes notes)
    implements ImportResult {
  /** Copies the list. */
  public ImportedTicks {
    trades = List.copyOf(trades);
  }
}
