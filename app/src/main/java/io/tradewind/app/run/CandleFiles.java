package io.tradewind.app.run;

import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.store.importer.CandleImport;
import io.tradewind.store.importer.FileNameGuess;
import io.tradewind.store.importer.ImportNotes;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportRefused;
import io.tradewind.store.importer.ImportedCandles;
import io.tradewind.store.importer.Importer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files of candles that stand in for the store. */
final class CandleFiles {
  private CandleFiles() {}

  /**
   * Which files belong to which symbol: as {@code SYMBOL=FILE} says, else all to the only symbol of
   * the run, else as their names say.
   *
   * @throws UserMistake if a file belongs to none
   */
  static Map<InstrumentId, List<Path>> assign(List<String> given, List<InstrumentId> symbols) {
    Map<InstrumentId, List<Path>> files = new LinkedHashMap<>();
    for (String text : given) {
      int sign = text.indexOf('=');
      boolean named = sign > 0 && text.substring(0, sign).matches("[A-Za-z0-9:-]+/[A-Za-z0-9:]+");
      Path file = Path.of(named ? text.substring(sign + 1) : text);
      InstrumentId id =
          named ? byName(text.substring(0, sign), symbols, file) : byFile(file, symbols);
      files.computeIfAbsent(id, key -> new ArrayList<>()).add(file);
    }
    return files;
  }

  private static InstrumentId byName(String symbol, List<InstrumentId> symbols, Path file) {
    return symbols.stream()
        .filter(id -> id.symbol().equalsIgnoreCase(symbol) || base(id).equalsIgnoreCase(symbol))
        .findFirst()
        .orElseThrow(() ->
            new UserMistake(
                file
                    + " is said to be of "
                    + symbol
                    + ", which is not among the symbols "
                    + names(symbols)));
  }

  private static InstrumentId byFile(Path file, List<InstrumentId> symbols) {
    if (symbols.size() == 1) {
      return symbols.getFirst();
    }
    Optional<InstrumentId> guess = FileNameGuess.of(file).instrument("any");
    return symbols.stream()
        .filter(id ->
            guess.isPresent()
                && guess.orElseThrow().base().equals(id.base())
                && guess.orElseThrow().quote().equals(id.quote()))
        .findFirst()
        .orElseThrow(() ->
            new UserMistake(
                "the name of "
                    + file
                    + " does not say which of the symbols "
                    + names(symbols)
                    + " it is of; write --candles SYMBOL="
                    + file));
  }

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
      notices.addAll(notices(file, candles.notes()));
    }
    return new SymbolData(id, series, notices);
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

  private static List<String> notices(Path file, ImportNotes notes) {
    List<String> notices = new ArrayList<>();
    if (notes.brokenCount() > 0) {
      notices.add(
          Text.of(
              "%s of %s %s left out; the first: %s",
              Text.count(notes.brokenCount(), "broken line"),
              file.getFileName(),
              notes.brokenCount() == 1 ? "was" : "were",
              notes.broken().getFirst()));
    }
    if (notes.truncated()) {
      notices.add(file.getFileName() + " is cut off at its end");
    }
    return notices;
  }

  private static String base(InstrumentId id) {
    return id.base() + "/" + id.quote();
  }

  private static String names(List<InstrumentId> symbols) {
    return String.join(", ", symbols.stream().map(InstrumentId::symbol).toList());
  }
}
