package io.tradewind.app.run;

import io.tradewind.analytics.check.NearMiss;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.SeriesInfo;
import io.tradewind.store.catalog.StoreContents;
import io.tradewind.store.series.TradeKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Candles out of the store. */
final class StoredCandles {
  private final Path folder;
  private final CandleStore store;
  private Optional<StoreContents> known = Optional.empty();

  StoredCandles(Path folder, CandleStore store) {
    this.folder = folder;
    this.store = store;
  }

  /**
   * All series of a symbol that make up the run's interval.
   *
   * @param span what may be read
   * @throws UserMistake saying what there is instead
   */
  SymbolData load(InstrumentId id, Interval interval, Span span) {
    StoreContents all = all();
    refuseDamaged(id, interval, all);
    List<SeriesInfo> mine =
        all.series().stream().filter(info -> info.instrument().equals(id)).toList();
    if (mine.isEmpty()) {
      throw unknown(id, all.series());
    }
    TreeMap<Interval, CandleColumns> series = new TreeMap<>();
    for (SeriesInfo info : mine) {
      Interval length = info.interval().orElseThrow();
      if (interval.isMultipleOf(length)) {
        CandleColumns candles = store.read(id, length, span.fromNs(), span.toNs());
        if (candles.size() > 0) {
          series.put(length, candles);
        }
      }
    }
    if (series.isEmpty()) {
      throw new UserMistake(
          "the store has no candles of "
              + id
              + " for "
              + interval
              + " in the span asked for;"
              + " it has "
              + describe(mine)
              + "\nask for what there is with --interval, --from and --to, or import more:"
              + " tradewind data import FILE");
    }
    return new SymbolData(id, series, Optional.empty(), List.of());
  }

  /** What the store holds, looked at once for all symbols. */
  private StoreContents all() {
    StoreContents all = known.orElseGet(store::candleContents);
    known = Optional.of(all);
    return all;
  }

  private static void refuseDamaged(InstrumentId id, Interval interval, StoreContents all) {
    for (StoreContents.Damaged series : all.damaged()) {
      if (series.instrument().equals(id) && series.makesUp(interval)) {
        throw series.cause();
      }
    }
  }

  private UserMistake unknown(InstrumentId id, List<SeriesInfo> all) {
    String wayOut =
        "\nimport candles of it: tradewind data import FILE --symbol "
            + id.symbol()
            + " --venue "
            + id.venue()
            + "; or name a file with --candles FILE";
    List<String> trades =
        Stream.of(TradeKind.values())
            .map(TradeKind::folder)
            .filter(store.kinds(id)::contains)
            .toList();
    if (!trades.isEmpty()) {
      return new UserMistake(
          "the store in "
              + folder
              + " has only "
              + String.join(" and ", trades)
              + " of "
              + id
              + ", of which only a run on ticks makes candles (backtest --ticks)"
              + wayOut);
    }
    if (all.isEmpty()) {
      return new UserMistake("the store in " + folder + " has no candles at all" + wayOut);
    }
    List<InstrumentId> known = all.stream().map(SeriesInfo::instrument).distinct().toList();
    List<String> elsewhere =
        known.stream()
            .filter(other -> other.base().equals(id.base()) && other.quote().equals(id.quote()))
            .map(InstrumentId::toString)
            .toList();
    String near =
        elsewhere.isEmpty()
            ? NearMiss.question(id.symbol(), known.stream().map(InstrumentId::symbol).toList())
            : "; it has " + String.join(", ", elsewhere) + " (see --venue and --market)";
    return new UserMistake("the store in " + folder + " has no candles of " + id + near + wayOut);
  }

  private static String describe(List<SeriesInfo> mine) {
    return String.join(
        ", ",
        mine.stream()
            .map(info ->
                info.interval().orElseThrow()
                    + " from "
                    + Utc.format(info.firstNs())
                    + " to "
                    + Utc.format(info.lastNs() + info.interval().orElseThrow().durationNs()))
            .toList());
  }
}
