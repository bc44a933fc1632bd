package io.tradewind.bench.heap;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.BookSpec;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.execution.cost.FeeTiers;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.session.TickSettings;
import io.tradewind.simulation.venue.Latency;
import io.tradewind.simulation.venue.QueueModel;
import io.tradewind.simulation.venue.TickRules;
import io.tradewind.simulation.venue.TickVenue;
import io.tradewind.store.disk.FolderDisk;
import io.tradewind.store.journal.JournalHead;
import io.tradewind.store.journal.SnapshotFiles;
import io.tradewind.strategies.BuiltInStrategies;
import io.tradewind.trader.feed.CandleFeed;
import io.tradewind.trader.feed.FeedSpec;
import io.tradewind.trader.run.Assembly;
import io.tradewind.trader.run.ComponentBoard;
import io.tradewind.trader.run.ControlInbox;
import io.tradewind.trader.run.Outside;
import io.tradewind.trader.run.ReconcileSettings;
import io.tradewind.trader.run.SessionPlan;
import io.tradewind.trader.run.StatusBoard;
import io.tradewind.trader.run.Tally;
import io.tradewind.trader.run.Trader;
import io.tradewind.trader.run.TraderSettings;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.SymbolFilters;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.time.VenueClock;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A paper session of many symbols in virtual time, from the texts of the market's sockets to the
 * journal and its snapshots on disk: three strategies, one of which sees five timeframes.
 */
public final class HeapSession implements AutoCloseable {
  private static final long BEGIN_NS = 1_788_220_800L * Utc.SECOND_NS;

  /** Each symbol trades so often. */
  private static final int TURN_S = 20;

  private static final long STEP_NS = Utc.SECOND_NS;
  private static final int CASH_SCALE = 8;
  private static final long CAPITAL = 10_000_00000000L;
  private static final Interval MINUTE = Interval.parse("1m");

  private final int symbols;
  private final Clock clock = new Clock();
  private final MadeMarket market;
  private final FolderDisk disk;
  private final Tally tally = new Tally();
  private final Assembly.Running<TickVenue> running;
  private long seconds;
  private long orders;
  private long fills;

  /** A clock that is turned by hand. */
  private static final class Clock implements VenueClock {
    private long nowNs = BEGIN_NS;

    @Override
    public long nowNs() {
      return nowNs;
    }
  }

  /** Nothing has happened. */
  public HeapSession(int symbols, Path folder) {
    this.symbols = symbols;
    this.market = new MadeMarket(clock, symbols, 5);
    this.disk = FolderDisk.take(folder);
    Outside outside =
        new Outside(
            new Outside.Place(
                Market.SPOT,
                BinanceAddresses.at(URI.create("http://made"), Market.SPOT),
                Optional.empty()),
            new Outside.Net(market, market),
            clock,
            new FaultLog(clock, report -> {}),
            1);
    List<Listing> listings = listings(symbols);
    List<Instrument> instruments = listings.stream().map(Listing::instrument).toList();
    this.running =
        new Assembly(plan(listings), outside, outside.http(), disk, this::hear, parts(instruments))
            .paper();
  }

  private void hear(AuditRecord entry) {
    tally.accept(entry);
    if (entry instanceof AuditRecord.OrderSent) {
      orders++;
    } else if (entry instanceof AuditRecord.OrderMoved moved
        && moved.event() instanceof OrderEvent.Filled) {
      fills++;
    }
  }

  private static List<Listing> listings(int symbols) {
    List<Listing> all = new ArrayList<>();
    for (int i = 0; i < symbols; i++) {
      TradingRules rules = new TradingRules(Long.MIN_VALUE, 1, 1, 0, 5_00000000L, 1_000, 1_000);
      Instrument instrument =
          new Instrument(
              new InstrumentId("binance", MadeMarket.base(i), "USDT", Market.SPOT),
              2,
              4,
              CASH_SCALE,
              List.of(rules));
      SymbolFilters.Steps any = new SymbolFilters.Steps(0, Long.MAX_VALUE, 1);
      SymbolFilters filters =
          new SymbolFilters(
              any,
              any,
              any,
              new SymbolFilters.Notional(0, Long.MAX_VALUE, false, false),
              SymbolFilters.Bands.NONE,
              new SymbolFilters.Trailing(1, 10_000, 1, 10_000));
      all.add(new Listing(instrument, filters, "TRADING", Set.of("LIMIT", "MARKET")));
    }
    return all;
  }

  private static BookSpec book(String name) {
    return new BookSpec(
        name,
        MINUTE,
        ParameterValues.of(
            BuiltInStrategies.find(name)
                .map(each -> each.factory().get().parameters())
                .orElse(List.of()),
            Map.of()),
        ExitRules.NONE,
        MarginMode.ISOLATED,
        CAPITAL);
  }

  private static Strategy strategy(String name) {
    return BuiltInStrategies.find(name)
        .map(each -> each.factory().get())
        .orElseGet(FiveTimeframes::new);
  }

  private static SessionPlan plan(List<Listing> listings) {
    List<String> names = List.of("five-timeframes", "ema-cross", "bollinger-reversion");
    TickSettings ticks =
        new TickSettings(
            new TickRules(
                false,
                FeeTiers.NONE,
                QueueModel.RISK_AVERSE,
                new Latency.Constant(40_000_000L),
                new Latency.Constant(20_000_000L),
                1),
            EnumSet.of(Ability.STOP, Ability.AMEND),
            MINUTE,
            OptionalLong.empty(),
            Utc.SECOND_NS);
    return new SessionPlan(
        new JournalHead(1, "1.0", "what is held in memory"),
        new EngineSpec(
            listings.stream().map(Listing::instrument).toList(),
            names.stream().map(HeapSession::book).toList(),
            RiskSettings.RESEARCH,
            BEGIN_NS,
            Long.MAX_VALUE / 2),
        names.stream().map(HeapSession::strategy).toList(),
        new FeedSpec(Market.SPOT, listings, Optional.empty(), true, true),
        new SessionPlan.Candles.OfTrades(ticks),
        BEGIN_NS,
        Optional.of(ticks));
  }

  /** Forced once a minute: virtual seconds go by faster than a disk follows. */
  private Trader.Parts parts(List<Instrument> instruments) {
    return new Trader.Parts(
        clock,
        new Trader.Keeping(new SnapshotFiles(disk, 2), "1.0", () -> {}, List.of(tally)),
        new ControlInbox(),
        note -> {},
        new Trader.Boards(
            new StatusBoard(
                new StatusBoard.Who(
                    "heap",
                    TraderStatus.Mode.PAPER,
                    List.of("five-timeframes", "ema-cross", "bollinger-reversion"),
                    instruments,
                    BigDecimal.valueOf(3 * CAPITAL, CASH_SCALE),
                    BEGIN_NS)),
            new ComponentBoard(Set.of(), status -> {}),
            tally),
        new TraderSettings(
            120 * Utc.SECOND_NS,
            30 * Utc.SECOND_NS,
            60 * Utc.SECOND_NS,
            600 * Utc.SECOND_NS,
            ReconcileSettings.STANDARD,
            CandleFeed.Patience.STANDARD));
  }

  /** So many seconds go by. */
  public void run(long wanted) {
    for (long end = seconds + wanted; seconds < end; seconds++) {
      clock.nowNs += STEP_NS;
      for (int i = 0; i < symbols; i++) {
        if (i % TURN_S == seconds % TURN_S) {
          market.move(i);
        }
      }
      int work = running.trader().doWork();
      while (work > 0) {
        work = running.trader().doWork();
      }
    }
  }

  /** What the engine has heard so far. */
  public long events() {
    return running.player().session().engine().events();
  }

  /** Orders so far. */
  public long orders() {
    return orders;
  }

  /** Fills so far. */
  public long fills() {
    return fills;
  }

  @Override
  public void close() {
    running.trader().close();
    disk.close();
  }
}
