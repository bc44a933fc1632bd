package io.tradewind.app.run;

import io.tradewind.app.config.TickCatalogue;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.store.importer.BookNotes;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportRefused;
import io.tradewind.store.importer.ImportedCandles;
import io.tradewind.store.importer.ImportedFunding;
import io.tradewind.store.importer.ImportedTicks;
import io.tradewind.store.importer.ImportedTrades;
import io.tradewind.store.importer.Importer;
import io.tradewind.store.series.BookRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of trades and of order books that stand in for the store. */
final class TickFiles {
  private static final String FLAG = TickCatalogue.SOURCE.flag();

  private final InstrumentId id;
  private final List<String> notices = new ArrayList<>();
  private Optional<TradeColumns> trades = Optional.empty();
  private Optional<BookColumns> book = Optional.empty();

  private TickFiles(InstrumentId id) {
    this.id = id;
  }

  /**
   * What a symbol's files hold: trades of one file, a book of one file, which may be the same.
   *
   * @throws UserMistake if a file can't be read or holds something else, two hold the same, or none
   *     has trades in the span
   */
  static SymbolTicks load(InstrumentId id, List<Path> files, Span readable) {
    TickFiles held = new TickFiles(id);
    files.forEach(held::read);
    return held.within(readable, files);
  }

  private void read(Path file) {
    switch (Importer.read(file, ImportOptions.DEFAULT.withSymbol(id))) {
      case ImportedTicks ticks -> {
        if (ticks.trades().size() > 1) {
          throw new UserMistake(
              file + " holds single and aggregated trades; import it: tradewind data import FILE");
        }
        ticks.trades().forEach(this::take);
        take(ticks.book());
        notices.addAll(SymbolFiles.notices(file, ticks.notes()));
        describe(file, ticks.bookNotes());
      }
      case ImportedTrades some -> {
        take(some);
        notices.addAll(SymbolFiles.notices(file, some.notes()));
      }
      case ImportedCandles _ -> throw wrong(file, "candles");
      case ImportedFunding _ -> throw wrong(file, "funding rates");
      case ImportRefused refused -> throw new UserMistake(refused.message() + " (" + FLAG + ")");
    }
  }

  private void take(ImportedTrades some) {
    if (trades.isPresent()) {
      throw two("trades");
    }
    trades = Optional.of(some.rows().toColumns(some.rows().scales()));
  }

  private void take(BookRows rows) {
    if (rows.size() > 0 && book.isPresent()) {
      throw two("the book");
    }
    if (rows.size() > 0) {
      book = Optional.of(rows.toColumns(rows.scales()));
    }
  }

  private void describe(Path file, BookNotes notes) {
    if (notes.unused() > 0) {
      notices.add(
          Text.of(
              "%s of the book in %s came without a snapshot before and are left out; imported"
                  + " with --book-from-updates they begin one",
              Text.count(notes.unused(), "update"), file.getFileName()));
    }
  }

  private UserMistake two(String what) {
    return new UserMistake(
        "two files hold "
            + what
            + " of "
            + id
            + "; import both, which puts them into one: tradewind data import FILE...");
  }

  private static UserMistake wrong(Path file, String held) {
    return new UserMistake(
        file + " holds " + held + ", and trades or a book are wanted (" + FLAG + ")");
  }

  private SymbolTicks within(Span readable, List<Path> files) {
    TradeColumns some =
        trades
            .map(all -> all.within(readable.fromNs(), readable.toNs()))
            .filter(rows -> rows.size() > 0)
            .orElseThrow(() ->
                new UserMistake(
                    "there are no trades of "
                        + id
                        + (trades.isPresent() ? " in the span asked for" : "")
                        + " in "
                        + String.join(", ", files.stream().map(Path::toString).toList())
                        + (trades.isPresent()
                            ? "; ask for what there is with --from and --to"
                            : ", and a book alone is not enough: prices are those of trades;"
                                + " name a file of trades, too, with "
                                + FLAG)));
    BookColumns known =
        book.map(rows -> rows.until(readable.toNs()))
            .orElseGet(() -> BookColumns.empty(some.priceScale(), some.qtyScale()));
    return new SymbolTicks(id, some, known, Optional.empty(), notices);
  }
}
