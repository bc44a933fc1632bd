package io.tradewind.app.run;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportRefused;
import io.tradewind.store.importer.ImportedFunding;
import io.tradewind.store.importer.Importer;
import io.tradewind.store.series.FundingRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Funding rates of the symbols of a run: out of files where there are some, else of the store. */
final class FundingSource {
  private static final String FLAG = Catalogue.FUNDING.flag();

  private final CandleStore store;
  private final Map<InstrumentId, List<Path>> files;

  /**
   * For the symbols of a run.
   *
   * @param given each a file, or symbol=file
   * @throws UserMistake if a file belongs to none of the symbols, or to one that is no perpetual
   */
  FundingSource(CandleStore store, List<String> given, List<InstrumentId> symbols) {
    this.store = store;
    this.files = SymbolFiles.assign(FLAG, given, symbols);
    files.forEach((id, its) -> {
      if (id.market() == Market.SPOT) {
        throw new UserMistake(
            its.getFirst()
                + " is to be the funding of "
                + id
                + ", which is spot and has none; trade the perpetual with --market perp, or leave"
                + " out "
                + FLAG);
      }
    });
  }

  /**
   * The fundings of a symbol; those of spot are none.
   *
   * @param span what may be read
   * @throws UserMistake if a file can't be read, or two files of a symbol are named
   */
  KnownFunding load(InstrumentId id, Span span) {
    if (id.market() == Market.SPOT) {
      return new KnownFunding(Optional.empty(), List.of());
    }
    List<Path> mine = files.getOrDefault(id, List.of());
    if (!mine.isEmpty()) {
      return read(id, mine, span);
    }
    FundingColumns stored =
        store.kinds(id).contains(FundingRows.KIND)
            ? store.readFunding(id, span.fromNs(), span.toNs())
            : FundingColumns.empty();
    return new KnownFunding(Optional.of(stored), List.of());
  }

  private static KnownFunding read(InstrumentId id, List<Path> mine, Span span) {
    if (mine.size() > 1) {
      throw new UserMistake(
          "two files hold the funding of "
              + id
              + "; put them into one file, or import both: tradewind data import FILE...");
    }
    Path file = mine.getFirst();
    return switch (Importer.funding(file, ImportOptions.DEFAULT.withSymbol(id))) {
      case ImportedFunding funding ->
          new KnownFunding(
              Optional.of(funding.rows().toColumns(span.fromNs(), span.toNs())),
              SymbolFiles.notices(file, funding.notes()));
      case ImportRefused refused -> throw new UserMistake(refused.message() + " (" + FLAG + ")");
    };
  }
}
