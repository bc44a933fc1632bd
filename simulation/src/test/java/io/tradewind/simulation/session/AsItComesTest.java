package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.BookSpec;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TickRows;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.simulation.venue.TickVenue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A session that is given rows as they come does what a replay of these rows does, of which each
 * has a time of its own.
 */
class AsItComesTest {
  /** Rows of one instant are told apart by so little. */
  private static final long STEP_NS = 16;

  static LongStream seeds() {
    return LongStream.range(0, 80);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void paperIsReplay(long seed) {
    TickWorld world = new TickWorld(seed);
    TickSettings settings = asRecorded(world.settings);
    TickHistory history = apart(world.history(Long.MAX_VALUE));
    List<AuditRecord> replayed = new ArrayList<>();
    TickSession replay =
        new TickSession(world.spec, List.of(world.strategy()), settings, history, replayed::add);
    boolean more = true;
    while (more) {
      more = replay.step();
    }
    replay.end();
    List<AuditRecord> heard = new ArrayList<>();
    long[] cash = world.spec.books().stream().mapToLong(BookSpec::capitalScaled).toArray();
    VenueSession<TickVenue> paper =
        new VenueSession<>(
            world.spec,
            List.of(world.strategy()),
            new TradeSlices(world.spec.instruments(), settings),
            listener ->
                new TickVenue(
                    world.spec.instruments(),
                    settings.rules(),
                    cash,
                    settings.abilitySet(),
                    listener),
            command -> {},
            heard::add);
    rows(history).forEach((timeNs, row) -> give(paper, timeNs, row));
    paper.end();
    assertThat(heard).as("seed %s", seed).isEqualTo(replayed);
    assertThat(paper.engine().stateHash()).isEqualTo(replay.engine().stateHash());
  }

  private record Row(int instrument, TickRows rows, int from, int to) {}

  private static void give(VenueSession<TickVenue> paper, long timeNs, Row row) {
    paper.advance(timeNs - 1);
    switch (row.rows()) {
      case TradeColumns trades -> {
        paper.atVenue(row.instrument(), trades, row.from(), timeNs);
        paper.advance(timeNs);
        paper.onTrade(row.instrument(), trades, row.from(), timeNs);
      }
      case BookColumns book -> {
        paper.atVenue(row.instrument(), book, row.from(), row.to(), timeNs);
        paper.advance(timeNs);
        paper.onBook(row.instrument(), book, row.from(), row.to(), timeNs);
      }
    }
  }

  private static Map<Long, Row> rows(TickHistory history) {
    TreeMap<Long, Row> all = new TreeMap<>();
    for (int i = 0; i < history.trades().size(); i++) {
      TradeColumns trades = history.trades().get(i);
      for (int row = 0; row < trades.size(); row++) {
        all.put(trades.receiveTimeNs(row), new Row(i, trades, row, row + 1));
      }
      BookColumns book = history.books().get(i);
      int from = 0;
      for (int row = 0; row < book.size(); row++) {
        if (book.ends(row)) {
          all.put(book.receiveTimeNs(row), new Row(i, book, from, row + 1));
          from = row + 1;
        }
      }
    }
    return all;
  }

  private static TickSettings asRecorded(TickSettings settings) {
    return new TickSettings(
        settings.rules(),
        settings.abilities(),
        settings.candles(),
        OptionalLong.empty(),
        settings.graceNs());
  }

  /** Each row, of a book each message, happens when it comes, at a time of its own. */
  private static TickHistory apart(TickHistory history) {
    List<TradeColumns> trades = new ArrayList<>();
    List<BookColumns> books = new ArrayList<>();
    for (int i = 0; i < history.trades().size(); i++) {
      TradeColumns own = history.trades().get(i);
      long[] times = new long[own.size()];
      long[] prices = new long[own.size()];
      long[] qtys = new long[own.size()];
      boolean[] buys = new boolean[own.size()];
      for (int row = 0; row < own.size(); row++) {
        times[row] = next(row == 0 ? 0 : times[row - 1], own.receiveTimeNs(row), 2 * i);
        prices[row] = own.price(row);
        qtys[row] = own.qty(row);
        buys[row] = own.buyerIsAggressor(row);
      }
      trades.add(new TradeColumns(own.priceScale(), own.qtyScale(), times, prices, qtys, buys));
      books.add(apart(history.books().get(i), 2 * i + 1));
    }
    return TickHistory.of(trades, books);
  }

  private static BookColumns apart(BookColumns own, int source) {
    long[] times = new long[own.size()];
    long[] prices = new long[own.size()];
    long[] qtys = new long[own.size()];
    byte[] flags = new byte[own.size()];
    for (int row = 0; row < own.size(); row++) {
      boolean isNew = row == 0 || own.ends(row - 1);
      times[row] =
          isNew
              ? next(row == 0 ? 0 : times[row - 1], own.receiveTimeNs(row), source)
              : times[row - 1];
      prices[row] = own.price(row);
      qtys[row] = own.qty(row);
      flags[row] = BookColumns.flags(own.isBid(row), own.begins(row), own.ends(row));
    }
    return new BookColumns(own.priceScale(), own.qtyScale(), times, times, prices, qtys, flags);
  }

  private static long next(long before, long timeNs, int source) {
    long step = Math.max(before / STEP_NS + 1, timeNs / STEP_NS);
    return step * STEP_NS + source;
  }
}
