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
import io.tradewind.store.catalog.StoreContents;
import io.tradewind.store.importer.FileNameGuess;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportRefused;
import io.tradewind.store.importer.ImportedCandles;
import io.tradewind.store.importer.ImportedFunding;
import io.tradewind.store.importer.ImportedTicks;
import io.tradewind.store.importer.ImportedTrades;
import io.tradewind.store.importer.Importer;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.FundingRows;
import io.tradewind.store.series.TradeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * What is to happen again, out of a store, a file or a folder of files. Of several series of a
 * symbol a book is taken with its trades if the beginning that is asked for lies in its time; else
 * the finest candles; where there are none a book, and trades where there is no book either. What
 * perpetuals have is taken for symbols that spot has nothing of. First is listed what there is; of
 * that only what is wanted is read.
 */
public final class ReplayData {
  private static final String VENUE = "binance";
  private static final String CANDLES = "candles-";

  private final Path data;

  /** What there is of each symbol, by the market that it has on spot. */
  private final TreeMap<InstrumentId, List<Source>> sources = new TreeMap<>();

  /**
   * What can be read of an instrument.
   *
   * @param interval of what is candles for certain; empty for the rest
   * @param isBookAt whether it may have a book at a time
   */
  private record Source(
      InstrumentId id, Optional<Interval> interval, LongPredicate isBookAt, Consumer<Found> read) {

    long intervalNs() {
      return interval.map(Interval::durationNs).orElse(Long.MAX_VALUE);
    }
  }

  /** The series of a symbol that were read: the finest candles, and the longest of the others. */
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

    private Optional<Recording> ofBook() {
      return book.map(it -> new BookRecording(it, trades.orElse(BookRecording.NO_TRADES)));
    }

    Optional<Recording> ofBookAt(OptionalLong timeNs) {
      return ofBook()
          .filter(it -> timeNs.isPresent())
          .filter(it -> it.firstNs() <= timeNs.getAsLong() && it.endNs() > timeNs.getAsLong());
    }

    Optional<Recording> finest() {
      return candles.or(this::ofBook).or(() -> trades.map(Recording.Trades::new));
    }
  }

  private ReplayData(Path data) {
    this.data = data;
  }

  /**
   * Reads what is to happen.
   *
   * @param symbols such as {@code BTC/USDT}, in the order in which they are wanted; none for all
   * @param fromNs the beginning, if one is asked for
   * @throws UserMistake if there is nothing that can be used
   */
  public static Map<InstrumentId, Recording> read(
      Path data, List<String> symbols, OptionalLong fromNs) {
    ReplayData all = new ReplayData(data);
    if (Files.isDirectory(data)) {
      try (CandleStore store = new CandleStore(data)) {
        all.list(store, fromNs);
        if (all.sources.isEmpty()) {
          all.listFiles();
        }
        return all.read(symbols, fromNs);
      }
    }
    if (!Files.isRegularFile(data)) {
      throw new UserMistake("there is no file or folder " + data + " (--replay)");
    }
    all.list(data, true);
    return all.read(symbols, fromNs);
  }

  private Map<InstrumentId, Recording> read(List<String> symbols, OptionalLong fromNs) {
    LinkedHashMap<InstrumentId, Recording> chosen = new LinkedHashMap<>();
    for (InstrumentId id : wanted(symbols)) {
      Optional<Recording> recording = choose(sources.getOrDefault(id, List.of()), fromNs);
      recording.ifPresent(each -> chosen.put(id, each));
      if (recording.isEmpty() && !symbols.isEmpty()) {
        throw new UserMistake(
            data + " holds no candles, trades or books of " + id.symbol() + " (--symbols)");
      }
    }
    if (chosen.isEmpty()) {
      throw new UserMistake(
          data
              + " holds no candles, trades or books (--replay); name a file, a folder of files, or"
              + " a store such as that of the home: tradewind data list");
    }
    return chosen;
  }

  /** The symbols that were named, or all. */
  private List<InstrumentId> wanted(List<String> symbols) {
    if (symbols.isEmpty() || sources.isEmpty()) {
      return List.copyOf(sources.keySet());
    }
    return symbols.stream()
        .map(name ->
            sources.keySet().stream()
                .filter(each -> each.symbol().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new UserMistake(hasNo(name))))
        .toList();
  }

  private String hasNo(String name) {
    List<String> names = sources.keySet().stream().map(InstrumentId::symbol).toList();
    return data + " has no " + name + " (--symbols); it has " + String.join(", ", names);
  }

  /**
   * Of the best instrument that has something: on spot before others, of our venue before others.
   */
  private static Optional<Recording> choose(List<Source> all, OptionalLong fromNs) {
    Map<InstrumentId, List<Source>> byId = new LinkedHashMap<>();
    all.stream()
        .sorted(
            Comparator.comparing((Source each) -> each.id().market() != Market.SPOT)
                .thenComparing(each -> !each.id().venue().equals(VENUE)))
        .forEach(each -> byId.computeIfAbsent(each.id(), _ -> new ArrayList<>()).add(each));
    return byId.values().stream()
        .map(each -> chooseOfOne(each, fromNs))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Recording> chooseOfOne(List<Source> all, OptionalLong fromNs) {
    Found found = new Found();
    List<Source> others = all.stream().filter(each -> each.interval().isEmpty()).toList();
    boolean mayBeBook =
        fromNs.isPresent()
            && others.stream().anyMatch(each -> each.isBookAt().test(fromNs.getAsLong()));
    if (mayBeBook) {
      others.forEach(each -> each.read().accept(found));
      Optional<Recording> book = found.ofBookAt(fromNs);
      if (book.isPresent()) {
        return book;
      }
    }
    for (Source candles :
        all.stream()
            .filter(each -> each.interval().isPresent())
            .sorted(Comparator.comparingLong(Source::intervalNs))
            .toList()) {
      candles.read().accept(found);
      if (found.candles.isPresent()) {
        return found.finest();
      }
    }
    if (!mayBeBook) {
      others.forEach(each -> each.read().accept(found));
    }
    return found.finest();
  }

  private void add(Source source) {
    sources.computeIfAbsent(spot(source.id()), _ -> new ArrayList<>()).add(source);
  }

  private void list(CandleStore store, OptionalLong fromNs) {
    StoreContents contents = store.contents();
    contents.damaged().stream()
        .filter(each -> !each.kind().equals(FundingRows.KIND))
        .forEach(this::listDamaged);
    for (SeriesInfo info : contents.series()) {
      InstrumentId id = info.instrument();
      if (info.interval().isPresent()) {
        Interval interval = info.interval().get();
        add(
            new Source(
                id,
                info.interval(),
                _ -> false,
                found -> found.add(interval, store.read(id, interval, Utc.FIRST_NS, Utc.LAST_NS))));
      } else if (info.kind().equals(BookRows.KIND)) {
        long firstNs = fromNs.isPresent() ? beginOfBook(info, fromNs.getAsLong()) : Utc.FIRST_NS;
        add(
            new Source(
                id,
                Optional.empty(),
                timeNs -> isBetween(info, timeNs),
                found -> found.add(store.readBook(id, firstNs, Utc.LAST_NS))));
      } else {
        listTrades(store, info);
      }
    }
  }

  private static boolean isBetween(SeriesInfo info, long timeNs) {
    return info.firstNs() <= timeNs && timeNs <= info.lastNs();
  }

  /** Books are large: of one that is under way no more is read than a recording begins with. */
  private static long beginOfBook(SeriesInfo info, long fromNs) {
    return isBetween(info, fromNs) ? fromNs - BookRecording.LEAD_NS : Utc.FIRST_NS;
  }

  /** What is wanted and can't be read is told then, not left out. */
  private void listDamaged(StoreContents.Damaged damaged) {
    Optional<Interval> interval =
        damaged.kind().startsWith(CANDLES)
            ? Optional.of(Interval.parse(damaged.kind().substring(CANDLES.length())))
            : Optional.empty();
    add(
        new Source(
            damaged.instrument(),
            interval,
            _ -> damaged.kind().equals(BookRows.KIND),
            _ -> {
              throw damaged.cause();
            }));
  }

  private void listTrades(CandleStore store, SeriesInfo info) {
    InstrumentId id = info.instrument();
    for (TradeKind kind : TradeKind.values()) {
      if (kind.folder().equals(info.kind())) {
        add(
            new Source(
                id,
                Optional.empty(),
                _ -> false,
                found -> found.add(store.readTrades(id, kind, Utc.FIRST_NS, Utc.LAST_NS))));
      }
    }
  }

  private void listFiles() {
    try (Stream<Path> files = Files.list(data)) {
      files.filter(Files::isRegularFile).sorted().forEach(file -> list(file, false));
    } catch (IOException unreadable) {
      throw new UserMistake(
          "can't read " + data + ": " + UserMistake.reason(unreadable), unreadable);
    }
  }

  private void list(Path file, boolean isOnlyOne) {
    FileNameGuess guess = FileNameGuess.of(file);
    Optional<InstrumentId> id = guess.instrument(VENUE);
    if (id.isPresent()) {
      boolean isCandles = guess.kind().isEmpty() && guess.unsupported().isEmpty();
      add(
          new Source(
              id.get(),
              isCandles ? guess.interval() : Optional.empty(),
              _ -> true,
              found -> readFile(file, id.get(), isOnlyOne, found)));
    } else if (isOnlyOne) {
      throw new UserMistake(
          "the name of "
              + file
              + " does not tell the symbol (--replay); rename it, such as BTC_USDT-5m.csv");
    }
  }

  private static void readFile(Path file, InstrumentId id, boolean isOnlyOne, Found found) {
    switch (Importer.read(file, ImportOptions.DEFAULT.withSymbol(id))) {
      case ImportedCandles candles -> found.add(candles.interval(), candles.columns());
      case ImportedTrades trades -> found.add(trades.columns());
      case ImportedTicks ticks -> {
        ticks.trades().forEach(trades -> found.add(trades.columns()));
        found.add(ticks.book().toColumns(ticks.book().scales()));
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
}
