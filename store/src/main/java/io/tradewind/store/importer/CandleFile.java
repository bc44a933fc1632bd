package io.tradewind.store.importer;

import io.tradewind.core.time.Interval;
import java.nio.file.Path;

/** A file of candles read on the spot, without a store. */
public final class CandleFile {
  private CandleFile() {}

  /**
   * Reads a file of candles; {@link ImportedCandles#columns} are the engine's columns.
   *
   * @param interval the length that its rows must have
   */
  public static CandleImport load(Path file, Interval interval) {
    return Importer.candles(file, ImportOptions.DEFAULT.withInterval(interval));
  }
}
