package io.tradewind.app.exchange;

import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
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
import io.tradewind.store.series.TradeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is to happen again, out of a store, a file or a folder of files. Of several series of a
 * symbol the finest candles are taken, and trades where there are no candles.
 */
public final class ReplayData {
  private static final String VENUE = "binance";

  private final TreeMap<InstrumentId, Recording> found = new TreeMap<>();

  /** How fine a symbol's series is, shorter is finer. */
  private final Map<InstrumentId, Long> lengthNs = new HashMap<>();

  private ReplayData() {}

  /**
   * Reads all of it.
   *
   * @throws UserMistake if there is nothing that can be used
   */
  public static Map<InstrumentId, Recording> read(Path data) {
    ReplayData all = new ReplayData();
    if (Files.isDirectory(data)) {
      all.readFolder(data);
    } else if (Files.isRegularFile(data)) {
      all.readFile(data, true);
    } else {
      throw new UserMistake("there is no file or folder " + data + " (--replay)");
    }
    if (all.found.isEmpty()) {
      throw new UserMistake(
          data
              + " holds no candles or trades of spot (--replay); name a file, a folder of files, or"
              + " a store such as that of the home: tradewind data list");
    }
    return all.found;
  }

  private void readFolder(Path folder) {
    try (CandleStore store = new CandleStore(folder)) {
      for (SeriesInfo info : store.contents().series()) {
        readSeries(store, info);
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
    if (id.market() != Market.SPOT) {
      return;
    }
    if (info.interval().isPresent()) {
      Interval interval = info.interval().get();
      CandleColumns candles = store.read(id, interval, Utc.FIRST_NS, Utc.LAST_NS);
      if (candles.size() > 0) {
        keep(id, interval.durationNs(), new Recording.Candles(candles));
      }
      return;
    }
    for (TradeKind kind : TradeKind.values()) {
      if (kind.folder().equals(info.kind())) {
        TradeColumns trades = store.readTrades(id, kind, Utc.FIRST_NS, Utc.LAST_NS);
        if (trades.size() > 0) {
          keep(id, Long.MAX_VALUE, new Recording.Trades(trades));
        }
      }
    }
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
      case ImportedCandles candles ->
          keep(
              spot(id.get()),
              candles.interval().durationNs(),
              new Recording.Candles(candles.columns()));
      case ImportedTrades trades ->
          keep(spot(id.get()), Long.MAX_VALUE, new Recording.Trades(trades.columns()));
      case ImportedTicks ticks ->
          ticks.trades().stream()
              .findFirst()
              .ifPresent(trades ->
                  keep(spot(id.get()), Long.MAX_VALUE, new Recording.Trades(trades.columns())));
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

  private void keep(InstrumentId id, long finenessNs, Recording recording) {
    InstrumentId spot = spot(id);
    if (finenessNs < lengthNs.getOrDefault(spot, Long.MAX_VALUE) || !found.containsKey(spot)) {
      found.put(spot, recording);
      lengthNs.put(spot, finenessNs);
    }
  }

  /** The latest of the beginnings, from which on all are there. */
  public static long firstNs(Map<InstrumentId, Recording> recordings) {
    return recordings.values().stream().mapToLong(Recording::firstNs).max().orElseThrow();
  }

  /** The latest of the ends. */
  public static long endNs(Map<InstrumentId, Recording> recordings) {
    return recordings.values().stream().mapToLong(Recording::endNs).max().orElseThrow();
  }

  /** The symbols, for people. */
  public static List<String> names(Map<InstrumentId, Recording> recordings) {
    return recordings.keySet().stream().map(InstrumentId::symbol).toList();
  }
}
