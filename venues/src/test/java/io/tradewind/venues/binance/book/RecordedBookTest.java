package io.tradewind.venues.binance.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.MarketEvent.Quote;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.SharedData;
import io.tradewind.venues.binance.Listed;
import io.tradewind.venues.binance.model.DepthSnapshot;
import io.tradewind.venues.binance.model.DepthUpdate;
import io.tradewind.venues.binance.model.Levels;
import io.tradewind.venues.binance.model.MarketMessage;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.MarketParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.parse.SymbolTable;
import io.tradewind.venues.stream.StreamText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Books kept over whole recordings against the venue's own best prices: after an update up to a
 * number, the best levels are those of the last quote up to that number.
 */
class RecordedBookTest {
  private final FaultLog faults = new FaultLog(new ManualClock(0), report -> {});
  private final TreeMap<Long, Quote> quotes = new TreeMap<>();
  private final List<DepthUpdate> updates = new ArrayList<>();
  private Optional<DepthSnapshot> recorded = Optional.empty();
  private final Set<Long> seen = new HashSet<>();
  private boolean allSeen;
  private int snapshotAfter;

  /**
   * The recordings of spot have no snapshot: their book begins empty, and a best price at which no
   * update has said anything yet can't be known. Those are counted apart.
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          spot_btcusdt_20240809.jsonl.gz, BTC_BOOK
          spot_ethusdt_20240809.jsonl.gz, ETH_BOOK
          usdm_btcusdt_20240808.jsonl.gz, BTC_PERP
          """)
  void theBestPricesAreTheVenues(String file, String name) {
    Instrument instrument =
        switch (name) {
          case "BTC_BOOK" -> Listed.BTC_BOOK;
          case "ETH_BOOK" -> Listed.ETH_BOOK;
          default -> Listed.BTC_PERP;
        };
    read(file, instrument);
    List<String> asked = new ArrayList<>();
    BookKeeper keeper = new BookKeeper(instrument.id(), id -> asked.add(id.toString()));
    int compared = 0;
    int equal = 0;
    List<String> different = new ArrayList<>();
    for (int i = 0; i < updates.size(); i++) {
      DepthUpdate update = updates.get(i);
      see(update);
      BookKeeper.Result result = keeper.onUpdate(update);
      if (i == snapshotAfter) {
        assertThat(keeper.onSnapshot(snapshot(update))).isTrue();
        allSeen = recorded.isPresent();
      }
      Map.Entry<Long, Quote> quote = quotes.floorEntry(keeper.lastUpdateId());
      if (result == BookKeeper.Result.APPLIED && quote != null) {
        compared++;
        String ours = best(keeper);
        String theirs = best(quote.getValue());
        if (ours.equals(theirs)) {
          equal++;
        } else if (isSeen(quote.getValue())) {
          different.add(i + ": " + ours + " and not " + theirs);
        }
      }
    }
    keeper.checkInvariants();
    System.out.printf(
        "%s: %d updates, %d quotes; %d compared, %d equal, %d not knowable; %s, levels %d and %d%n",
        file,
        updates.size(),
        quotes.size(),
        compared,
        equal,
        compared - equal,
        keeper.counts(),
        keeper.bids().size(),
        keeper.asks().size());
    assertThat(different).as("of %s compared", compared).isEmpty();
    assertThat(equal).isGreaterThan(2_500);
    assertThat(keeper.counts().gaps()).isZero();
    assertThat(asked).hasSize(1);
  }

  private void see(DepthUpdate update) {
    update.bids().list().forEach(level -> seen.add(level.priceScaled()));
    update.asks().list().forEach(level -> seen.add(level.priceScaled()));
  }

  private boolean isSeen(Quote quote) {
    return allSeen || (seen.contains(quote.bidScaled()) && seen.contains(quote.askScaled()));
  }

  private DepthSnapshot snapshot(DepthUpdate first) {
    return recorded.orElseGet(
        () -> new DepthSnapshot(first.ids().first() - 1, Levels.of(), Levels.of()));
  }

  private void read(String file, Instrument instrument) {
    MarketParser parser =
        new MarketParser(new SymbolTable(instrument.id().market(), List.of(instrument)), faults);
    for (SharedData.Line line : SharedData.recording(file)) {
      if (line.text().startsWith("{\"lastUpdateId\"")) {
        recorded = new RestParser(faults).depth(instrument, line.text());
        snapshotAfter = updates.size();
      } else {
        parser.parse(new StreamText(line.text(), line.receiveTimeNs()), this::take);
      }
    }
    assertThat(faults.total()).isZero();
  }

  private void take(MarketMessage message) {
    if (message instanceof MarketMessage.Depth depth) {
      updates.add(depth.update());
    } else if (message instanceof MarketMessage.Data data && data.event() instanceof Quote quote) {
      quotes.put(data.venueId(), quote);
    }
  }

  private static String best(BookKeeper keeper) {
    if (keeper.bids().size() == 0 || keeper.asks().size() == 0) {
      return "empty";
    }
    return keeper.bids().priceScaled(0)
        + "x"
        + keeper.bids().qtyScaled(0)
        + " "
        + keeper.asks().priceScaled(0)
        + "x"
        + keeper.asks().qtyScaled(0);
  }

  private static String best(Quote quote) {
    return quote.bidScaled()
        + "x"
        + quote.bidQtyScaled()
        + " "
        + quote.askScaled()
        + "x"
        + quote.askQtyScaled();
  }
}
