package io.tradewind.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradewind.core.book.LevelBook;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.exchange.setup.BookRecording;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.exchange.setup.MarketSource;
import io.tradewind.exchange.setup.Recording;
import io.tradewind.exchange.setup.TradedSymbol;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.futures.Result;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportedTicks;
import io.tradewind.store.importer.Importer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded streams happen again: the exchanges show the books that were recorded. */
class RecordedBookReplayTest {
  private static final String USDM = "usdm_btcusdt_20240808";

  private static Path file(String name) {
    Optional<Path> found =
        Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
            .map(at -> at.resolve("shared/data/ticks").resolve(name + ".jsonl.gz"))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(found.isPresent(), "there is no shared/data/ticks above this folder");
    return found.orElseThrow();
  }

  private static InstrumentId id(String name) {
    String symbol = name.contains("btc") ? "BTC/USDT" : "ETH/USDT";
    return InstrumentId.parse(symbol, "binance", Market.SPOT);
  }

  private static ExchangeSetup.Ready ready(InstrumentId id, Recording recording) {
    TradedSymbol symbol = TradedSymbol.of(id, recording);
    MarketSource source = new MarketSource.Replayed(7, Map.of(symbol.name(), recording));
    return new ExchangeSetup(List.of(symbol), List.of(), Map.of(), source, Optional.empty())
        .at(recording.firstNs(), FaultPlan.NONE);
  }

  @Test
  void aFileWithASnapshotIsABook() {
    Map<InstrumentId, Recording> found =
        ReplayData.read(file(USDM), List.of(), OptionalLong.empty());
    assertThat(found).containsOnlyKeys(id(USDM));
    BookRecording recording = (BookRecording) found.values().iterator().next();
    assertThat(ReplayData.books(found)).containsExactly("BTC/USDT");
    int messages = check(id(USDM), recording);
    assertThat(messages).isGreaterThan(6_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spot_btcusdt_20240809", "spot_ethusdt_20240809"})
  void aBookThatWasMadeOfUpdatesHappensAgain(String name) {
    InstrumentId id = id(name);
    ImportOptions options = ImportOptions.DEFAULT.withSymbol(id).withBookFromUpdates();
    ImportedTicks read = (ImportedTicks) Importer.read(file(name), options);
    BookRecording recording =
        new BookRecording(
            read.book().toColumns(read.book().scales()), read.trades().getFirst().columns());
    assertThat(check(id, recording)).isGreaterThan(3_000);
    // Without a snapshot a file has trades alone.
    assertThat(ReplayData.read(file(name), List.of(), OptionalLong.empty()).get(id))
        .isInstanceOf(Recording.Trades.class);
  }

  /** After each message spot and futures show what the recording has, to the last level. */
  private static int check(InstrumentId id, BookRecording recording) {
    ExchangeSetup.Ready ready = ready(id, recording);
    BookColumns book = recording.book();
    LevelBook told = new LevelBook();
    long playedNs = 0;
    int messages = 0;
    int row = 0;
    while (row < book.size() - 1) {
      long timeNs = book.timeNs(row);
      while (row < book.size() - 1 && book.timeNs(row) == timeNs) {
        told.apply(book, row++);
      }
      long begunNs = System.nanoTime();
      ready.market().advance(timeNs);
      playedNs += System.nanoTime() - begunNs;
      if (told.isKnown()) {
        messages++;
        boolean isWhole = messages % 100 == 0;
        assertIs(spotDepth(ready, id, isWhole), told, book, isWhole);
        assertIs(futuresDepth(ready, id, isWhole), told, book, isWhole);
      }
    }
    ready.api().exchange().checkInvariants();
    ready.futures().exchange().checkInvariants();
    System.out.printf(
        "%s: %d messages, %d rows, %d trades in %.1f s of %.0f s%n",
        id.symbol(),
        messages,
        book.size(),
        recording.trades().size(),
        playedNs / 1e9,
        (recording.endNs() - recording.firstNs()) / 1e9);
    return messages;
  }

  private static Depth spotDepth(ExchangeSetup.Ready ready, InstrumentId id, boolean isWhole) {
    return switch (ready.api().exchange().depth(id.base() + id.quote(), isWhole ? 100_000 : 20)) {
      case io.tradewind.simulation.exchange.spot.Result.Done<Depth>(Depth depth) -> depth;
      case io.tradewind.simulation.exchange.spot.Result.Refused<Depth> refused ->
          throw new AssertionError(refused);
    };
  }

  private static Depth futuresDepth(ExchangeSetup.Ready ready, InstrumentId id, boolean isWhole) {
    return switch (ready
        .futures()
        .exchange()
        .depth(id.base() + id.quote(), isWhole ? 100_000 : 20)) {
      case Result.Done<Depth>(Depth depth) -> depth;
      case Result.Refused<Depth> refused -> throw new AssertionError(refused);
    };
  }

  private static void assertIs(Depth depth, LevelBook told, BookColumns book, boolean isWhole) {
    for (Side side : Side.values()) {
      List<Depth.DepthLevel> wanted = new ArrayList<>();
      int levels = isWhole ? told.levels(side) : Math.min(20, told.levels(side));
      for (int i = 0; i < levels; i++) {
        wanted.add(
            new Depth.DepthLevel(
                told.priceScaled(side, i) * FixedPoint.pow10(8 - book.priceScale()),
                told.qtyScaled(side, i) * FixedPoint.pow10(8 - book.qtyScale())));
      }
      assertThat(depth.side(side)).isEqualTo(wanted);
    }
  }
}
