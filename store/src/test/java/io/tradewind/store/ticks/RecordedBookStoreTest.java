package io.tradewind.store.ticks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.MergeReport;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportRefused;
import io.tradewind.store.importer.ImportResult;
import io.tradewind.store.importer.ImportedTicks;
import io.tradewind.store.importer.ImportedTrades;
import io.tradewind.store.importer.Importer;
import io.tradewind.store.quality.BookCheck;
import io.tradewind.store.series.TradeKind;
import io.tradewind.store.ticks.RecordedMessage.Depth;
import io.tradewind.store.ticks.RecordedMessage.Quote;
import io.tradewind.store.ticks.RecordedMessage.Snapshot;
import io.tradewind.store.ticks.RecordedMessage.Trade;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded streams through importer and store, against the messages read in another way. */
final class RecordedBookStoreTest {
  private static final InstrumentId PERP =
      InstrumentId.parse("BTC/USDT:USDT", "binance", Market.PERP);

  @TempDir Path root;

  private static Path file(String name) {
    return Recordings.folder("RecordedBookStoreTest").resolve("ticks/" + name + ".jsonl.gz");
  }

  @Test
  void theBookThatIsReadIsTheVenues() throws IOException {
    Path file = file("usdm_btcusdt_20240808");
    List<RecordedMessage> messages = Recordings.read(file);
    ImportedTicks read =
        (ImportedTicks) Importer.read(file, ImportOptions.DEFAULT.withSymbol(PERP));
    assertThat(read.notes().brokenCount()).isZero();
    assertThat(read.bookNotes().snapshots()).isEqualTo(1);
    assertThat(read.bookNotes().gaps()).isZero();
    assertThat(BookCheck.of(read.book()).score()).isEqualTo(1.0);
    try (CandleStore store = new CandleStore(root)) {
      assertThat(store.mergeBook(PERP, read.book(), share -> {}).added())
          .isEqualTo(read.book().size());
      assertThat(store.mergeBook(PERP, read.book(), share -> {}))
          .isEqualTo(new MergeReport(0, read.book().size(), 0));
      assertIsVenues(store.readBook(PERP, Long.MIN_VALUE, Long.MAX_VALUE), messages);
    }
  }

  /** After each update the best levels are those that the stream of best prices told last. */
  private static void assertIsVenues(BookColumns book, List<RecordedMessage> messages) {
    Snapshot snapshot = Recordings.only(Snapshot.class, messages).getFirst();
    TreeMap<Long, Quote> quotes = new TreeMap<>();
    Recordings.only(Quote.class, messages).forEach(quote -> quotes.put(quote.updateId(), quote));
    TreeMap<Long, Long> bids = new TreeMap<>();
    TreeMap<Long, Long> asks = new TreeMap<>();
    int row = 0;
    int compared = 0;
    assertThat(book.begins(0)).isTrue();
    row = message(book, row, bids, asks);
    assertThat(bids).hasSize(snapshot.bids().size());
    assertThat(asks).hasSize(snapshot.asks().size());
    for (Depth depth : Recordings.only(Depth.class, messages)) {
      if (depth.lastId() < snapshot.lastId() || depth.bids().size() + depth.asks().size() == 0) {
        continue;
      }
      assertThat(book.begins(row)).isFalse();
      assertThat(book.receiveTimeNs(row))
          .isEqualTo(Math.max(depth.receivedNs(), snapshot.receivedNs()));
      row = message(book, row, bids, asks);
      Quote quote = quotes.floorEntry(depth.lastId()).getValue();
      if (quote.updateId() > snapshot.lastId()) {
        assertThat(price(book, bids.lastKey())).isEqualByComparingTo(quote.bidPrice());
        assertThat(price(book, asks.firstKey())).isEqualByComparingTo(quote.askPrice());
        assertThat(FixedPoint.toDecimal(bids.lastEntry().getValue(), book.qtyScale()))
            .isEqualByComparingTo(quote.bidQty());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(6_000);
    assertThat(row).isEqualTo(book.size() - 1);
    assertThat(book.price(row)).isZero();
    System.out.println("the stored book's best was the venue's after " + compared + " updates");
  }

  private static int message(
      BookColumns book, int from, NavigableMap<Long, Long> bids, NavigableMap<Long, Long> asks) {
    int row = from;
    while (true) {
      NavigableMap<Long, Long> side = book.isBid(row) ? bids : asks;
      if (book.qty(row) == 0) {
        side.remove(book.price(row));
      } else {
        side.put(book.price(row), book.qty(row));
      }
      if (book.ends(row++)) {
        return row;
      }
    }
  }

  private static BigDecimal price(BookColumns book, long scaled) {
    return FixedPoint.toDecimal(scaled, book.priceScale());
  }

  @ParameterizedTest
  @ValueSource(strings = {"spot_btcusdt_20240809", "spot_ethusdt_20240809"})
  void tradesOfSpotComeWithTheirReceiptAndUpdatesAloneAreNoBook(String name) throws IOException {
    InstrumentId id =
        InstrumentId.parse(name.contains("btc") ? "BTC/USDT" : "ETH/USDT", "binance", Market.SPOT);
    Path file = file(name);
    ImportResult result = Importer.read(file, ImportOptions.DEFAULT.withSymbol(id));
    assertThat(result).isNotInstanceOf(ImportRefused.class);
    ImportedTicks read = (ImportedTicks) result;
    assertThat(read.book().size()).isZero();
    assertThat(read.bookNotes().unused()).isGreaterThan(3_000);
    ImportedTrades trades = read.trades().getFirst();
    List<Trade> told = Recordings.only(Trade.class, Recordings.read(file));
    try (CandleStore store = new CandleStore(root)) {
      store.mergeTrades(id, trades.kind(), trades.rows());
      assertThat(store.mergeTrades(id, trades.kind(), trades.rows()).isChange()).isFalse();
      TradeColumns columns = store.readTrades(id, TradeKind.TRADES, 0, Long.MAX_VALUE);
      assertThat(columns.size()).isEqualTo(told.size());
      for (int i = 0; i < told.size(); i++) {
        assertThat(columns.timeNs(i)).isEqualTo(told.get(i).timeNs());
        assertThat(columns.receiveTimeNs(i)).isEqualTo(told.get(i).receivedNs());
        assertThat(FixedPoint.toDecimal(columns.price(i), columns.priceScale()))
            .isEqualByComparingTo(told.get(i).price());
      }
    }
    ImportedTicks partial =
        (ImportedTicks)
            Importer.read(file, ImportOptions.DEFAULT.withSymbol(id).withBookFromUpdates());
    assertThat(partial.bookNotes().gaps()).isZero();
    assertThat(BookCheck.of(partial.book()).score()).isEqualTo(1.0);
  }
}
