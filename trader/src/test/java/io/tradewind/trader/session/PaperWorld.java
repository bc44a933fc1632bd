package io.tradewind.trader.session;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.engine.BookSpec;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.execution.cost.FeeTiers;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.session.TickSettings;
import io.tradewind.simulation.session.TradeSlices;
import io.tradewind.simulation.session.VenueSession;
import io.tradewind.simulation.venue.Latency;
import io.tradewind.simulation.venue.QueueModel;
import io.tradewind.simulation.venue.TickRules;
import io.tradewind.simulation.venue.TickVenue;
import io.tradewind.store.journal.JournalEvents;
import io.tradewind.testkit.AnyStrategy;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.RandomTicks;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A session on paper that says anything, and all that happens to it: of one seed. */
final class PaperWorld {
  private static final Interval CANDLES = Interval.parse("10s");
  private static final long MS = 1_000_000;
  private static final int EVENTS = 200;

  /** Rows of one instant are told apart by so little. */
  private static final long STEP_NS = 16;

  final EngineSpec spec;
  private final TickSettings settings;
  private final long seed;

  /** What happens, each at a time of its own. */
  final TreeMap<Long, Consumer<JournalEvents>> acts = new TreeMap<>();

  PaperWorld(long seed) {
    this.seed = seed;
    SplitMix random = new SplitMix(seed);
    List<Instrument> instruments = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      instruments.add(TestInstruments.perp("T" + i + "/USDT"));
      addTicks(instruments.size() - 1, new RandomTicks(random.nextLong(), EVENTS, true));
    }
    spec =
        new EngineSpec(
            instruments,
            CANDLES,
            "anything",
            ParameterValues.of(List.of(), Map.of()),
            RiskSettings.RESEARCH,
            new ExitRules(
                OptionalDouble.of(0.0005),
                OptionalDouble.of(0.0008),
                OptionalDouble.empty(),
                List.of(),
                OptionalLong.empty()),
            10_000_00000000L,
            CandleTable.START_NS,
            Long.MAX_VALUE / 2);
    TickRules rules =
        new TickRules(
            true,
            FeeTiers.NONE,
            QueueModel.values()[random.nextInt(2)],
            new Latency.Exponential(MS, 200 * MS),
            new Latency.Constant(20 * MS),
            seed);
    settings =
        new TickSettings(
            rules, EnumSet.allOf(Ability.class), CANDLES, OptionalLong.empty(), 15 * MS);
    addPeople(random);
  }

  private void addTicks(int instrument, RandomTicks market) {
    TradeColumns trades = market.trades(Long.MAX_VALUE);
    for (int row = 0; row < trades.size(); row++) {
      int at = row;
      long timeNs = own(trades.receiveTimeNs(row), 2 * instrument);
      acts.put(timeNs, to -> to.onTrade(instrument, at(trades, at, timeNs), 0));
    }
    BookColumns book = market.book(Long.MAX_VALUE);
    int from = 0;
    for (int row = 0; row < book.size(); row++) {
      if (book.ends(row)) {
        int first = from;
        int end = row + 1;
        long timeNs = own(book.receiveTimeNs(row), 2 * instrument + 1);
        acts.put(timeNs, to -> to.onBook(instrument, at(book, first, end, timeNs), 0, end - first));
        from = end;
      }
    }
  }

  private long own(long timeNs, int source) {
    long step = timeNs / STEP_NS;
    while (acts.containsKey(step * STEP_NS + source)) {
      step++;
    }
    return step * STEP_NS + source;
  }

  private static TradeColumns at(TradeColumns all, int row, long timeNs) {
    return new TradeColumns(
        all.priceScale(),
        all.qtyScale(),
        new long[] {all.timeNs(row)},
        new long[] {timeNs},
        new long[] {all.price(row)},
        new long[] {all.qty(row)},
        new boolean[] {all.buyerIsAggressor(row)});
  }

  private static BookColumns at(BookColumns all, int from, int to, long timeNs) {
    int rows = to - from;
    long[] times = new long[rows];
    long[] came = new long[rows];
    long[] prices = new long[rows];
    long[] qtys = new long[rows];
    byte[] flags = new byte[rows];
    for (int i = 0; i < rows; i++) {
      times[i] = all.timeNs(from + i);
      came[i] = timeNs;
      prices[i] = all.price(from + i);
      qtys[i] = all.qty(from + i);
      flags[i] = BookColumns.flags(all.isBid(from + i), all.begins(from + i), all.ends(from + i));
    }
    return new BookColumns(all.priceScale(), all.qtyScale(), times, came, prices, qtys, flags);
  }

  private void addPeople(SplitMix random) {
    long endNs = acts.lastKey();
    for (int i = random.nextInt(6); i > 0; i--) {
      long within = endNs - CandleTable.START_NS;
      long timeNs = own(CandleTable.START_NS + (long) (random.nextDouble() * within), 8);
      int what = random.nextInt(4);
      acts.put(timeNs, to -> to.onControl(timeNs, asked(what, timeNs)));
    }
    for (int i = 20; i > 0; i--) {
      long timeNs = own(CandleTable.START_NS + i * (endNs - CandleTable.START_NS) / 21, 9);
      acts.put(timeNs, to -> to.onTime(timeNs));
    }
  }

  private static ControlEvent asked(int what, long timeNs) {
    return switch (what) {
      case 0 -> new ControlEvent.EmergencyStop(timeNs, "somebody");
      case 1 -> new ControlEvent.Halt(timeNs, "a reason");
      case 2 -> new ControlEvent.DataJudged(timeNs, 0, false, "silent");
      default -> new ControlEvent.Resume(timeNs, "somebody");
    };
  }

  /** Nothing has happened yet. */
  SessionPlayer<TickVenue> player(AuditSink sink) {
    long[] cash = spec.books().stream().mapToLong(BookSpec::capitalScaled).toArray();
    return SessionPlayer.of(
        commands ->
            new VenueSession<>(
                spec,
                List.of(new AnyStrategy(seed)),
                new TradeSlices(spec.instruments(), settings),
                listener ->
                    new TickVenue(
                        spec.instruments(),
                        settings.rules(),
                        cash,
                        EnumSet.allOf(Ability.class),
                        listener),
                commands,
                sink),
        venue -> {},
        spec.instruments().size());
  }
}
