package io.tradewind.app.run;

import io.tradewind.app.config.TickCatalogue;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Utc;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.SeriesInfo;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.TradeKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Trades and books of the symbols of a run: out of files where there are some, else the store. */
final class TickSource {
  private static final String FLAG = TickCatalogue.SOURCE.flag();
  private static final String IMPORT =
      "\nimport a recording of trades and book: tradewind data import FILE; or name one with "
          + FLAG
          + " FILE";

  private final Path folder;
  private final CandleStore store;
  private final Map<InstrumentId, List<Path>> files;

  /**
   * For the symbols of a run.
   *
   * @param given the store, or each a file, or symbol=file
   * @throws UserMistake if a file belongs to none of the symbols
   */
  TickSource(Path folder, CandleStore store, List<String> given, List<InstrumentId> symbols) {
    this.folder = folder;
    this.store = store;
    List<String> named = given.stream().filter(text -> !text.equals(TickCatalogue.STORE)).toList();
    this.files = SymbolFiles.assign(FLAG, named, symbols);
  }

  /**
   * What there is of a symbol.
   *
   * @param readable what is traded, and before it what warms up
   * @param bookFromNs from when on the book is of use; known then, it comes first as a whole
   * @throws UserMistake if there are no trades, saying what there is instead
   */
  SymbolTicks load(InstrumentId id, Span readable, long bookFromNs) {
    List<Path> mine = files.getOrDefault(id, List.of());
    return mine.isEmpty() ? stored(id, readable, bookFromNs) : TickFiles.load(id, mine, readable);
  }

  private SymbolTicks stored(InstrumentId id, Span readable, long bookFromNs) {
    List<String> kinds = store.kinds(id);
    List<TradeKind> traded =
        Stream.of(TradeKind.values()).filter(kind -> kinds.contains(kind.folder())).toList();
    if (traded.isEmpty()) {
      throw missing(id, kinds);
    }
    for (TradeKind kind : traded) {
      TradeColumns trades = store.readTrades(id, kind, readable.fromNs(), readable.toNs());
      if (trades.size() > 0) {
        return with(trades, notices(id, traded, kind), new Wanted(id, kinds, readable, bookFromNs));
      }
    }
    String there =
        traded.stream()
            .flatMap(kind -> store.find(id, kind.folder()).stream())
            .map(TickSource::describe)
            .collect(Collectors.joining(", "));
    throw new UserMistake(
        "the store has no trades of "
            + id
            + " in the span asked for; it has "
            + there
            + "\nask for what there is with --from and --to, or import more: tradewind data"
            + " import FILE");
  }

  /** What is asked of the store. */
  private record Wanted(InstrumentId id, List<String> kinds, Span readable, long bookFromNs) {}

  private SymbolTicks with(TradeColumns trades, List<String> notices, Wanted wanted) {
    BookColumns book =
        wanted.kinds.contains(BookRows.KIND)
            ? store.readBook(wanted.id, wanted.bookFromNs, wanted.readable.toNs())
            : BookColumns.empty(trades.priceScale(), trades.qtyScale());
    return new SymbolTicks(wanted.id, trades, book, Optional.empty(), notices);
  }

  private static List<String> notices(InstrumentId id, List<TradeKind> traded, TradeKind chosen) {
    return traded.size() == 1
        ? List.of()
        : List.of(
            id
                + ": the store has trades and agg-trades, which tell of the same volume; replayed"
                + " are the "
                + chosen.folder());
  }

  private static String describe(SeriesInfo info) {
    return info.kind()
        + (info.rows() == 0
            ? " without rows"
            : " from " + Utc.format(info.firstNs()) + " to " + Utc.format(info.lastNs()));
  }

  private UserMistake missing(InstrumentId id, List<String> kinds) {
    String there = kinds.isEmpty() ? "" : "; of it there " + (kinds.size() == 1 ? "is " : "are ");
    return new UserMistake(
        "the store in "
            + folder
            + " has no trades of "
            + id
            + there
            + String.join(", ", kinds)
            + (kinds.contains(BookRows.KIND)
                ? ", and a book alone is not enough: prices are those of trades"
                : "")
            + IMPORT);
  }
}
