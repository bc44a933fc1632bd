package io.tradewind.app.run;

import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.store.importer.CandleImport;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportRefused;
import io.tradewind.store.importer.ImportedCandles;
import io.tradewind.store.importer.Importer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Files of candles that stand in for the store. */
final class CandleFiles {
  private CandleFiles() {}

  /**
   * The candles of a symbol's files.
   *
   * @param interval of the run
   * @throws UserMistake if a file can't be read, or its candles don't make up the interval
   */
  static SymbolData load(InstrumentId id, List<Path> files, Interval interval) {
    TreeMap<Interval, CandleColumns> series = new TreeMap<>();
    List<String> notices = new ArrayList<>();
    for (Path file : files) {
      ImportedCandles candles = read(file, interval);
      if (!interval.isMultipleOf(candles.interval())) {
        throw new UserMistake(
            file
                + " holds candles of "
                + candles.interval()
                + ", which do not make up "
                + interval
                + "; trade on --interval "
                + candles.interval()
                + " or longer");
      }
      if (series.put(candles.interval(), candles.columns()) != null) {
        throw new UserMistake(
            "two files hold "
                + candles.interval()
                + " candles of "
                + id
                + "; put them into one file, or import both: tradewind data import FILE...");
      }
      notices.addAll(SymbolFiles.notices(file, candles.notes()));
    }
    return new SymbolData(id, series, Optional.empty(), notices);
  }

  private static ImportedCandles read(Path file, Interval interval) {
    CandleImport first = Importer.candles(file, ImportOptions.DEFAULT);
    if (first instanceof ImportRefused refused
        && refused.reason() == ImportRefused.Reason.NO_INTERVAL) {
      first = Importer.candles(file, ImportOptions.DEFAULT.withInterval(interval));
    }
    return switch (first) {
      case ImportedCandles candles -> candles;
      case ImportRefused refused -> throw new UserMistake(refused.message() + " (--candles)");
    };
  }
}
