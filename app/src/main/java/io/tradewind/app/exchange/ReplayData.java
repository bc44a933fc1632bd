package io.tradewind.app.exchange;

import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.exchange.setup.BookRecording;
import io.tradewind.exchange.setup.Recording;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.SeriesInfo;
import io.tradewind.store.importer.FileNameGuess;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportRefused;
import io.tradewind.store.importer.ImportedCandles;
import io.tradewind.store.importer.ImportedFunding;
import io.tradewind.store.importer.ImportedTicks;
import io.tradewind.store.importer.ImportedTrades;
import io.tradewind.store.importer.Importer;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.TradeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is to happen again, out of a store, a file or a folder of files. Of several series of a
 * symbol a book is taken with its trades if the beginning that is asked for lies in its time; else
 * the finest candles; where there are none a book, and trades where there is no book either. What
 * perpetuals have is taken for symbols that spot has nothing of.
 */
public final class ReplayData {
  private static final String VENUE = "binance";

  /** What there is of each symbol, by the market that it has on spot. */
  private final TreeMap<InstrumentId, Found> found = new TreeMap<>();

  /** The series of a symbol: the finest candles, and the longest of the others. */
  private static final class Found {
    private OptionalLong candleNs = OptionalLong.empty();
    private Optional<Recording> candles = Optional.empty();
    private Optional<TradeColumns> trades = Optional.empty();
    private Optional<BookColumns> book = Optional.empty();

    void add(Interval interval, CandleColumns columns) {
      if (columns.size() > 0 && interval.durationNs() < candleNs.orElse(Long.MAX_VALUE)) {
        candleNs = OptionalLong.of(interval.durationNs());
        candles = Optional.of(new Recording.Candles(columns));
      }
    }

    void add(TradeColumns columns) {
      if (columns.size() > trades.map(TradeColumns::size).orElse(0)) {
        trades = Optional.of(columns);
      }
    }

    void add(BookColumns columns) {
      if (BookRecording.isBook(columns) && columns.size() > book.map(BookColumns::size).orElse(0)) {
        book = Optional.of(columns);
      }
    }

    Optional<Recording> choose(OptionalLong fromNs) {
      Optional<Recording> ofBook =
          book.map(it -> new BookRecording(it, trades.orElse(BookRecording.NO_TRADES)));
      boolean isAsked =
          fromNs.isPresent()
              && ofBook
                  .filter(it -> it.firstNs() <= fromNs.getAsLong())
                  .filter(it -> it.endNs() > fromNs.getAsLong())
                  .isPresent();
      return isAsked
          ? ofBook
          : candles.or(() -> ofBook).or(() -> trades.map(Recording.Trades::new));
    }
  }

  private ReplayData() {}

  /**
   * Reads all of it.
   *
   * @param fromNs the beginning, if one is asked for
   * @throws UserMistake if there is nothing that can be used
   */
  public static Map<InstrumentId, Recording> read(Path data, OptionalLong fromNs) {
    ReplayData all = new ReplayData();
    if (Files.isDirectory(data)) {
      all.readFolder(data);
    } else if (Files.isRegularFile(data)) {
      all.readFile(data, true);
    } else {
      throw new UserMistake("there is no file or folder " + data + " (--replay)");
    }
    TreeMap<InstrumentId, Recording> chosen = new TreeMap<>();
    all.found.forEach(
        (id, each) -> each.choose(fromNs).ifPresent(recording -> chosen.put(id, recording)));
    if (chosen.isEmpty()) {
      throw new UserMistake(
          data
              + " holds no candles, trades or books (--replay); name a file, a folder of files, or"
              + " a store such as that of the home: tradewind data list");
    }
    return chosen;
  }

  private void readFolder(Path folder) {
    try (CandleStore store = new CandleStore(folder)) {
      List<SeriesInfo> series = store.contents().series();
      for (Market market : List.of(Market.SPOT, Market.PERP)) {
        List<InstrumentId> ofSpot = List.copyOf(found.keySet());
        for (SeriesInfo info : series) {
          InstrumentId id = info.instrument();
          if (id.market() == market && !ofSpot.contains(spot(id))) {
            readSeries(store, info);
          }
        }
      }
    }
    if (!found.isEmpty()) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(Files::isRegularFile).sorted().forEach(file -> readFile(file, false));
    } catch (IOException unreadable) {
      throw new UserMistake(
          "can't read " + folder + ": " + UserMistake.reason(unreadable), unreadable);
    }
  }

  private void readSeries(CandleStore store, SeriesInfo info) {
    InstrumentId id = info.instrument();
    if (info.interval().isPresent()) {
      Interval interval = info.interval().get();
      of(id).add(interval, store.read(id, interval, Utc.FIRST_NS, Utc.LAST_NS));
      return;
    }
    if (info.kind().equals(BookRows.KIND)) {
      of(id).add(store.readBook(id, Utc.FIRST_NS, Utc.LAST_NS));
      return;
    }
    for (TradeKind kind : TradeKind.values()) {
      if (kind.folder().equals(info.kind())) {
        of(id).add(store.readTrades(id, kind, Utc.FIRST_NS, Utc.LAST_NS));
      }
    }
  }

  private Found of(InstrumentId id) {
    return found.computeIfAbsent(spot(id), _ -> new Found());
  }

  private void readFile(Path file, boolean isOnlyOne) {
    Optional<InstrumentId> id = FileNameGuess.of(file).instrument(VENUE);
    if (id.isEmpty()) {
      if (isOnlyOne) {
        throw new UserMistake(
            "the name of "
                + file
                + " does not tell the symbol (--replay); rename it, such as BTC_USDT-5m.csv");
      }
      return;
    }
    switch (Importer.read(file, ImportOptions.DEFAULT.withSymbol(id.get()))) {
      case ImportedCandles candles -> of(id.get()).add(candles.interval(), candles.columns());
      case ImportedTrades trades -> of(id.get()).add(trades.columns());
      case ImportedTicks ticks -> {
        ticks.trades().forEach(trades -> of(id.get()).add(trades.columns()));
        of(id.get()).add(ticks.book().toColumns(ticks.book().scales()));
      }
      case ImportedFunding _ -> {
        if (isOnlyOne) {
          throw new UserMistake(file + " holds funding rates, no prices (--replay)");
        }
      }
      case ImportRefused refused -> {
        if (isOnlyOne) {
          throw new UserMistake(refused.message() + " (--replay)");
        }
      }
    }
  }

  private static InstrumentId spot(InstrumentId id) {
    return new InstrumentId(VENUE, id.base(), id.quote(), Market.SPOT);
  }

  /** The latest of the beginnings, from which on all are there. */
  public static long firstNs(Map<InstrumentId, Recording> recordings) {
    return recordings.values().stream().mapToLong(Recording::firstNs).max().orElseThrow();
  }

  /** The latest of the ends. */
  public static long endNs(Map<InstrumentId, Recording> recordings) {
    return recordings.values().stream().mapToLong(Recording::endNs).max().orElseThrow();
  }

  /** Those of which the book happens again, for people. */
  public static List<String> books(Map<InstrumentId, Recording> recordings) {
    return recordings.entrySet().stream()
        .filter(each -> each.getValue() instanceof BookRecording)
        .map(each -> each.getKey().symbol())
        .toList();
  }

  /** The symbols, for people. */
  public static List<String> names(Map<InstrumentId, Recording> recordings) {
    return recordings.keySet().stream().map(InstrumentId::symbol).toList();
  }
}
