package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.simulation.session.TickHistory;
import io.tradewind.simulation.session.TickSession;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.store.journal.JournalReader;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import io.tradewind.venues.binance.model.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session on paper, over the wire, does what a backtest of what it heard does. */
class PaperTest {
  private static final long LENGTH_NS = 300 * Utc.SECOND_NS;
  private static final long ROOM = 1L << 30;

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void paperIsABacktestOfWhatItHeard(long seed) {
    Voyage voyage = Voyage.onPaper(seed).wide();
    World world = new World(World.Terms.usual(seed, Weather.CLEAR));
    VolatileDisk disk = new VolatileDisk(seed, ROOM);
    NavigableMap<Long, AuditRecord> audit = new TreeMap<>();
    Life life = new Life(world, voyage, disk, entry -> audit.put(entry.sequence(), entry), seed);
    world.run(LENGTH_NS, life);
    assertThat(life.engine()).isPresent();
    life.end();

    List<Listing> listings = life.listings();
    Heard heard = new Heard(listings.stream().map(Listing::instrument).toList());
    new JournalReader(disk).replay(0, heard);
    List<AuditRecord> replayed = new ArrayList<>();
    TickSession session =
        new TickSession(
            voyage.spec(listings),
            List.of(voyage.strategy()),
            voyage.ticks(),
            TickHistory.of(heard.trades(), heard.books()).heard(),
            replayed::add);
    boolean more = true;
    while (more) {
      more = session.step();
    }
    List<String> paper = orders(audit.values());
    List<String> backtest = orders(replayed);
    int known = Math.min(paper.size(), backtest.size());
    assertThat(known).as("orders of seed %s", seed).isGreaterThan(10);
    assertThat(paper.subList(0, known)).as("seed %s", seed).isEqualTo(backtest.subList(0, known));
    // What was under way at the end of the data is not carried out.
    assertThat(Math.abs(paper.size() - backtest.size())).isLessThanOrEqualTo(4);
  }

  /** Without their numbers, since a backtest judges no data. */
  private static List<String> orders(Iterable<AuditRecord> all) {
    List<String> orders = new ArrayList<>();
    for (AuditRecord entry : all) {
      switch (entry) {
        case AuditRecord.OrderSent sent -> orders.add(sent.timeNs() + " " + sent.intent());
        case AuditRecord.OrderMoved moved -> orders.add(moved.state() + " " + moved.event());
        case AuditRecord.TradeClosed closed -> orders.add(text(closed.trade()));
        default -> {}
      }
    }
    return orders;
  }

  /** Without funding, of which a replay of ticks knows nothing. */
  private static String text(ClosedTrade trade) {
    return "%s %s from %s to %s: %s for %s, fees %s, by %s"
        .formatted(
            trade.direction(),
            trade.qtyScaled(),
            trade.entryTimeNs(),
            trade.exitTimeNs(),
            trade.entryQuoteScaled(),
            trade.exitQuoteScaled(),
            trade.feesScaled(),
            trade.reason());
  }
}
