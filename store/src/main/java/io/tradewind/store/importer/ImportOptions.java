package io.tradewind.store.importer;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.time.Interval;
import java.util.Optional;

/**
 * How to read a file.
 *
 * @param interval of the candles, if known
 * @param mapping which column is which, if the file does not say so itself
 * @param kind what it holds, if that is to be one thing and no other
 * @param symbol whose rows are wanted, of a file of funding rates that names symbols; without it
 *     those of the first
 * @param bookFromUpdates whether the book of a recording may begin without a snapshot, with the
 *     levels that its first update names
 * @param maxBrokenLines how many broken lines are listed; all are counted
 */
public record ImportOptions(
    Optional<Interval> interval,
    Optional<ColumnMapping> mapping,
    Optional<DataKind> kind,
    Optional<InstrumentId> symbol,
    boolean bookFromUpdates,
    int maxBrokenLines) {
  /** Everything as the file says. */
  public static final ImportOptions DEFAULT =
      new ImportOptions(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, 100);

  /** Checks the range. */
  public ImportOptions {
    Check.argument(maxBrokenLines >= 0, "maxBrokenLines must be >= 0, was %s", maxBrokenLines);
  }

  /** With this interval. */
  public ImportOptions withInterval(Interval known) {
    return new ImportOptions(
        Optional.of(known), mapping, kind, symbol, bookFromUpdates, maxBrokenLines);
  }

  /** With this mapping. */
  public ImportOptions withMapping(ColumnMapping known) {
    return new ImportOptions(
        interval, Optional.of(known), kind, symbol, bookFromUpdates, maxBrokenLines);
  }

  /** For this kind of data alone. */
  public ImportOptions withKind(DataKind known) {
    return new ImportOptions(
        interval, mapping, Optional.of(known), symbol, bookFromUpdates, maxBrokenLines);
  }

  /** For this symbol. */
  public ImportOptions withSymbol(InstrumentId known) {
    return new ImportOptions(
        interval, mapping, kind, Optional.of(known), bookFromUpdates, maxBrokenLines);
  }

  /** With a book that may begin without a snapshot. */
  public ImportOptions withBookFromUpdates() {
    return new ImportOptions(interval, mapping, kind, symbol, true, maxBrokenLines);
  }
}
