package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Books;
import io.tradewind.core.ledger.Position;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.Surroundings;
import io.tradewind.core.risk.limit.ActiveStop;
import io.tradewind.core.risk.limit.BreakerEvent;
import io.tradewind.core.risk.limit.Breakers;
import io.tradewind.core.risk.limit.EmergencyStop;
import io.tradewind.core.risk.limit.Holding;
import io.tradewind.core.risk.limit.Holdings;
import io.tradewind.core.risk.limit.LimitUse;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.LossNotice;
import io.tradewind.core.risk.limit.LossTracker;
import io.tradewind.core.risk.limit.MarketRisk;
import io.tradewind.core.risk.limit.NearLimits;
import io.tradewind.core.risk.limit.OrderRate;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.risk.limit.PortfolioRules;
import io.tradewind.core.risk.limit.Protections;
import io.tradewind.core.risk.limit.Sectors;
import io.tradewind.core.risk.limit.Stance;
import io.tradewind.core.risk.limit.StopPlan;
import io.tradewind.core.risk.limit.StopReason;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The account as a whole, as risk sees it: all books with all that is on its way, what they lose,
 * and what is not allowed for it. What is not limited is not looked at.
 */
final class RiskDesk implements Stateful {
  private static final double BPS = 1e4;
  private static final long HOUR_NS = 3600 * Utc.SECOND_NS;

  private static final Stance UNUSABLE =
      new Stance.NoEntries(StopReason.DATA, OptionalLong.empty());

  private final RiskSettings settings;
  private final List<Instrument> instruments;
  private final Books books;
  private final int strategies;
  private final OpenOrders open;
  private final AuditTrail audit;
  private final Sectors sectors;
  private final MarketRisk market;
  private final LossTracker losses;
  private final Breakers breakers;
  private final Protections protections;
  private final OrderRate orderRate;
  private final EmergencyStop emergency = new EmergencyStop(StopPlan.SHIPPED);
  private final boolean watchesEquity;
  private final boolean watchesCrashes;
  private final boolean watchesMarket;
  private final @Nullable ExecutionDesk[] works;
  private final @Nullable ExitDesk[] exits;
  private final NearLimits near;
  private final boolean watchesUse;
  private final boolean[] unusable;
  private boolean halted;

  /** Instruments whose trades are told, not only their candles. */
  private final boolean[] ticks;

  /** When the use of limits is looked at next, and whether a fill has changed it before. */
  private long nextUseNs = Long.MIN_VALUE;

  private boolean hasFilled;

  RiskDesk(EngineSpec spec, Books books, OpenOrders open, AuditTrail audit) {
    this.settings = spec.risk();
    this.instruments = spec.instruments();
    this.books = books;
    this.strategies = spec.strategies();
    this.open = open;
    this.audit = audit;
    this.sectors =
        new Sectors(settings.sectors(), instruments.stream().map(Instrument::id).toList());
    this.market = new MarketRisk(instruments.size());
    this.ticks = new boolean[instruments.size()];
    this.unusable = new boolean[instruments.size()];
    this.losses = new LossTracker(settings.losses());
    this.breakers = new Breakers(settings.breakers(), instruments.size());
    this.protections = new Protections(settings.protections());
    this.orderRate = new OrderRate(settings.exposure().orders());
    this.watchesCrashes = Double.isFinite(settings.breakers().flashMove());
    this.watchesEquity =
        Double.isFinite(settings.losses().day())
            || Double.isFinite(settings.losses().week())
            || Double.isFinite(settings.losses().month())
            || Double.isFinite(settings.losses().drawdownWarns())
            || Double.isFinite(settings.losses().drawdownHalts())
            || Double.isFinite(settings.breakers().dayLoss())
            || settings.dynamic().isPresent();
    this.watchesMarket = spec.hedge().isPresent() || looksAtMarket(settings);
    this.near = new NearLimits(settings.losses().warningAt());
    this.watchesUse = settings.losses().warningAt() < 1;
    this.works = new ExecutionDesk[books.size()];
    this.exits = new ExitDesk[books.size()];
  }

  private static boolean looksAtMarket(RiskSettings settings) {
    PortfolioLimits limits = settings.exposure();
    return Double.isFinite(limits.yearlyVolatility())
        || Double.isFinite(limits.valueAtRisk())
        || limits.correlation() < 1
        || settings.dynamic().isPresent()
        || settings.leverage().isPresent()
        || settings.slippage().isPresent()
        || !settings.sizing().isEmpty();
  }

  RiskSettings settings() {
    return settings;
  }

  Books books() {
    return books;
  }

  Sectors sectors() {
    return sectors;
  }

  MarketRisk market() {
    return market;
  }

  LossTracker losses() {
    return losses;
  }

  /** What a book works counts as being on its way, and what it watches as a stop. */
  void watch(int book, ExecutionDesk worked, ExitDesk watched) {
    works[book] = worked;
    exits[book] = watched;
  }

  EmergencyStop emergency() {
    return emergency;
  }

  /** Nothing opens any more, or again. */
  void halt(boolean now) {
    halted = now;
  }

  /**
   * A trade has come: it marks, as candles of this instrument do not from now on. Whether it trips
   * a breaker.
   */
  boolean onTick(int instrument, long timeNs, long priceScaled) {
    ticks[instrument] = true;
    books.mark(instrument, priceScaled);
    if (!watchesCrashes) {
      return false;
    }
    List<BreakerEvent> moved = breakers.onPrice(timeNs, instrument, (double) priceScaled);
    tell(moved);
    return !moved.isEmpty();
  }

  /** A candle has closed. What its trades have told already it tells no more. */
  void onCandle(int instrument, CandleColumns rows, int row) {
    if (!ticks[instrument]) {
      books.mark(instrument, rows.close(row));
    }
    if (watchesMarket) {
      int scale = instruments.get(instrument).priceScale();
      // Its close is the last price of the day that it ends, not the first of the next.
      market.onPrice(
          rows.closeTimeNs(row) - 1, instrument, Crossing.toDouble(rows.close(row), scale));
    }
    if (watchesCrashes && !ticks[instrument]) {
      tell(
          breakers.onCandle(
              instrument,
              rows.openTimeNs(row),
              rows.closeTimeNs(row),
              (double) rows.open(row),
              (double) rows.high(row),
              (double) rows.low(row),
              (double) rows.close(row)));
    }
  }

  /** All prices of an instant are known; returns what holds for the account as a whole. */
  Stance onEquity(long timeNs) {
    if (watchesUse && (hasFilled || timeNs >= nextUseNs)) {
      tellUse(timeNs);
    }
    if (!watchesEquity) {
      return Stance.OPEN;
    }
    // What closes at midnight belongs to the day that it ends.
    long withinNs = timeNs - 1;
    for (LossNotice notice : losses.onEquity(withinNs, (double) books.equityScaled())) {
      audit.write(new AuditRecord.LossNoticed(audit.next(), timeNs, notice));
    }
    tell(breakers.onDayLoss(withinNs, losses.dayLoss()));
    Stance worst = Stance.OPEN;
    for (int i = 0; i < instruments.size(); i++) {
      worst = Stance.worst(worst, stance(i, timeNs));
    }
    return worst;
  }

  /** After fills, and once an hour since prices move: what nears its limit. */
  private void tellUse(long timeNs) {
    hasFilled = false;
    nextUseNs = Utc.plus(timeNs, HOUR_NS);
    Holdings held = positions();
    if (held.all().isEmpty() || !(held.equity() > 0)) {
      return;
    }
    for (LimitUse use :
        near.onUse(timeNs - 1, PortfolioRules.use(held, sectors, market, settings.exposure()))) {
      audit.write(new AuditRecord.LimitNear(audit.next(), timeNs, use));
    }
  }

  /** What is allowed in an instrument. */
  Stance stance(int instrument, long timeNs) {
    Stance stance = Stance.worst(losses.stance(timeNs), breakers.stance(timeNs, instrument));
    return unusable[instrument] ? Stance.worst(stance, UNUSABLE) : stance;
  }

  /** Whether the market data of an instrument can be relied on from now on. */
  void onData(int instrument, boolean isUsable) {
    unusable[instrument] = !isUsable;
  }

  void onTrade(int instrument, ClosedTrade trade) {
    long timeNs = trade.exitTimeNs();
    tell(breakers.onTrade(timeNs, trade));
    if (!protections.rules().isEmpty()) {
      double equity = Crossing.toDouble(books.equityScaled(), trade.instrument().cashScale());
      for (Lock lock : protections.onTrade(timeNs, instrument, trade, equity)) {
        audit.write(new AuditRecord.EntriesLocked(audit.next(), timeNs, lock));
      }
    }
  }

  void onOrder(OrderEvent event) {
    switch (event) {
      case OrderEvent.Sent sent -> orderRate.onOrder(sent.timeNs());
      case OrderEvent.Rejected rejected -> {
        // A post-only order that would take is no fault: the price has moved.
        if (rejected.reason() != RejectReason.WOULD_TAKE) {
          tell(breakers.onOrderFailed(rejected.timeNs()));
        }
      }
      case OrderEvent.Lost lost -> tell(breakers.onOrderFailed(lost.timeNs()));
      case OrderEvent.Filled filled -> {
        hasFilled = true;
        if (filled.quoteScaled() > 0) {
          tell(
              breakers.onFill(
                  filled.timeNs(), BPS * filled.slippageScaled() / filled.quoteScaled()));
        }
      }
      case OrderEvent.Accepted _,
          OrderEvent.Triggered _,
          OrderEvent.Amended _,
          OrderEvent.Cancelled _,
          OrderEvent.Expired _ -> {}
    }
  }

  /** Somebody takes back every halt, breaker and lock that waits for it. */
  void resume(long timeNs, String by) {
    halted = false;
    emergency.release();
    losses.resume(timeNs);
    for (ActiveStop stop : breakers.active(timeNs)) {
      tell(breakers.resume(timeNs, stop.reason()));
    }
    lift(timeNs, lock -> true, by);
  }

  /** Somebody takes back some of the locks that hold. */
  void lift(long timeNs, Predicate<Lock> which, String by) {
    for (Lock lock : protections.lift(timeNs, which)) {
      audit.write(new AuditRecord.LockLifted(audit.next(), timeNs, lock, by));
    }
  }

  /** The locks of entries that hold. */
  List<Lock> locks(long timeNs) {
    return protections.active(timeNs);
  }

  private void tell(List<BreakerEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      audit.write(
          new AuditRecord.BreakerMoved(audit.next(), events.get(i).timeNs(), events.get(i)));
    }
  }

  /**
   * What stands around an entry. What a hedge holds takes nothing of any limit and leaves no more
   * room: it may go at any time.
   *
   * @param replaces whether what the book holds there is on its way out
   */
  Surroundings around(
      int book,
      int instrument,
      Direction direction,
      double stopDistance,
      boolean replaces,
      long timeNs) {
    return new Surroundings(
        held(book, instrument, replaces),
        stopDistance,
        Stance.worst(emergency.stance(), stance(instrument, timeNs)),
        protections.barring(timeNs, instrument, direction),
        orderRate.allowance(timeNs),
        halted);
  }

  private Holdings held(int book, int instrument, boolean replaces) {
    List<Holding> all = new ArrayList<>();
    for (int b = 0; b < strategies; b++) {
      for (int i = 0; i < instruments.size(); i++) {
        if (!(replaces && b == book && i == instrument)) {
          addPosition(b, i, all);
        }
        addEntries(b, i, all);
        addWork(b, i, all);
      }
    }
    return new Holdings(money(books.equityScaled()), all);
  }

  /** What stands around a hedge: what the strategies hold, without what is on its way. */
  Surroundings aroundHedge(int instrument, long timeNs) {
    return new Surroundings(
        positions(),
        1,
        Stance.worst(emergency.stance(), stance(instrument, timeNs)),
        Optional.empty(),
        orderRate.allowance(timeNs),
        halted);
  }

  /** What the strategies hold. */
  private Holdings positions() {
    List<Holding> all = new ArrayList<>();
    for (int b = 0; b < strategies; b++) {
      for (int i = 0; i < instruments.size(); i++) {
        addPosition(b, i, all);
      }
    }
    return new Holdings(money(books.equityScaled()), all);
  }

  private void addPosition(int book, int instrument, List<Holding> all) {
    Position position = books.of(book).position(instrument);
    if (!position.isFlat()) {
      double notional = money(books.of(book).exposureScaled(instrument));
      all.add(
          new Holding(
              book,
              instrument,
              position.isLong() ? notional : -notional,
              notional * lossAtStop(book, instrument, position.isLong())));
    }
  }

  private void addEntries(int book, int instrument, List<Holding> all) {
    List<Order> orders = open.of(book, instrument);
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      if (open.mayOpen(order) && order.pendingScaled() > 0) {
        double notional = money(order.pendingScaled());
        all.add(
            new Holding(
                book,
                instrument,
                order.intent().side().sign() * notional,
                notional * order.stopDistance(),
                true));
      }
    }
  }

  private void addWork(int book, int instrument, List<Holding> all) {
    ExecutionDesk desk = works[book];
    long unplaced = desk == null ? 0 : desk.unplacedScaled(instrument);
    if (desk != null && unplaced > 0) {
      double notional = money(unplaced);
      all.add(
          new Holding(
              book,
              instrument,
              desk.side(instrument).sign() * notional,
              notional * desk.stopDistance(instrument),
              true));
    }
  }

  /** What the stop that stands would lose from here, as a ratio of the price; all without one. */
  private double lossAtStop(int book, int instrument, boolean isLong) {
    OptionalLong stop = standingStop(book, instrument);
    double mark = books.markScaled(instrument);
    if (stop.isEmpty() || mark == 0) {
      return 1;
    }
    double away = (mark - stop.getAsLong()) / mark;
    return Math.max(0, isLong ? away : -away);
  }

  private OptionalLong standingStop(int book, int instrument) {
    List<Order> orders = open.of(book, instrument);
    for (int i = 0; i < orders.size(); i++) {
      if (orders.get(i).intent().purpose() == OrderPurpose.STOP) {
        return level(orders.get(i).terms());
      }
    }
    ExitDesk desk = exits[book];
    return desk == null ? OptionalLong.empty() : desk.watchedScaled(instrument);
  }

  private static OptionalLong level(OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.Stop stop -> OptionalLong.of(stop.triggerScaled());
      case OrderTerms.StopLimit stop -> OptionalLong.of(stop.triggerScaled());
      case OrderTerms.TrailingStop stop -> stop.stopScaled();
      case OrderTerms.Oco oco -> OptionalLong.of(oco.stopScaled());
      case OrderTerms.Market _,
          OrderTerms.Limit _,
          OrderTerms.TakeProfit _,
          OrderTerms.Bracket _,
          OrderTerms.Iceberg _ ->
          OptionalLong.empty();
    };
  }

  private double money(long scaled) {
    return Crossing.toDouble(scaled, instruments.getFirst().cashScale());
  }

  /** Margin that a book's entries will take when they fill, but for those in one instrument. */
  long pendingScaled(int book, int except) {
    long sum = 0;
    for (int i = 0; i < instruments.size(); i++) {
      ExecutionDesk desk = works[book];
      long unplaced = desk == null ? 0 : desk.unplacedScaled(i);
      sum +=
          i == except
              ? 0
              : FixedPoint.divide(
                  open.pendingScaled(book, i) + unplaced,
                  books.of(book).leverage(i),
                  RoundingMode.CEILING);
    }
    return sum;
  }

  @Override
  public void save(StateWriter out) {
    out.section("risk-desk", 4).writeBoolean(halted).writeLong(nextUseNs).writeBoolean(hasFilled);
    for (int i = 0; i < ticks.length; i++) {
      out.writeBoolean(ticks[i]).writeBoolean(unusable[i]);
    }
    near.save(out);
    market.save(out);
    losses.save(out);
    breakers.save(out);
    protections.save(out);
    orderRate.save(out);
    emergency.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("risk-desk", 4);
    halted = in.readBoolean();
    nextUseNs = in.readLong();
    hasFilled = in.readBoolean();
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = in.readBoolean();
      unusable[i] = in.readBoolean();
    }
    near.load(in);
    market.load(in);
    losses.load(in);
    breakers.load(in);
    protections.load(in);
    orderRate.load(in);
    emergency.load(in);
  }
}
