package io.tradewind.core.engine;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.book.LevelBook;
import io.tradewind.core.feature.FeatureBoard;
import io.tradewind.core.feature.InstrumentBars;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Books;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.RiskGate;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.Stance;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The engine: a pure function of its events. One writer feeds it one ordered stream: trades and
 * changes of order books as rows of columns, candles as such rows, then one {@link #onSliceEnd} for
 * each instant at which candles closed, and what venues and people say in between. It answers with
 * commands to the {@link VenuePort} and records to the {@link AuditSink}; a venue must answer
 * later, by {@link #onOrder}, never from within {@link VenuePort#submit}. It knows no clock,
 * thread, file or network.
 */
public final class Engine implements Stateful {
  private final EngineSpec spec;
  private final AuditTrail audit;
  private final OpenOrders open;
  private final RiskDesk risk;
  private final SizingDesk sizing;
  private final SlippageDesk slippage;
  private final AllocationDesk allocation;
  private final EmergencyDesk emergency;
  private final Optional<HedgeDesk> hedge;
  private final FeatureBoard features;
  private final StrategyBook[] books;
  private final Lane[] lanes;
  private final TickLane[] ticks;

  /** What longs paid at the latest funding, by instrument. */
  private final double[] fundingRates;

  /** Whether targets are watched here, at every trade. */
  private final boolean watchesPrices;

  private long events;
  private long nextDayNs;
  private long nextDueNs = Long.MAX_VALUE;

  /** With one strategy. */
  public Engine(EngineSpec spec, Strategy strategy, VenuePort venue, AuditSink sink) {
    this(spec, List.of(strategy), venue, sink);
  }

  /**
   * Ready for its first event. The strategies are prepared here.
   *
   * @param strategies one for each book of the specification
   */
  public Engine(EngineSpec spec, List<Strategy> strategies, VenuePort venue, AuditSink sink) {
    Check.argument(
        strategies.size() == spec.books().size(),
        "each book needs a strategy, strategies: %s",
        strategies.size());
    List<Instrument> instruments = spec.instruments();
    this.spec = spec;
    this.audit = new AuditTrail(sink);
    this.open =
        new OpenOrders(
            strategies.size(),
            instruments.size(),
            venue.abilities().contains(Ability.CANCEL_AT_ONCE));
    Books accounts =
        new Books(strategies.stream().map(each -> new Portfolio(instruments)).toList());
    this.risk = new RiskDesk(spec, accounts, open, audit);
    this.sizing = new SizingDesk(risk, instruments, strategies.size());
    LevelBook[] depths = new LevelBook[instruments.size()];
    Arrays.setAll(depths, i -> new LevelBook());
    this.slippage = new SlippageDesk(risk, depths);
    this.features = new FeatureBoard(instruments.size());
    RiskGate gate =
        new RiskGate(spec.risk().exposure(), risk.sectors(), risk.market(), instruments, accounts);
    this.allocation =
        new AllocationDesk(
            spec.allocation(),
            spec.books().stream().limit(spec.strategies()).map(BookSpec::name).toList(),
            spec.seed(),
            accounts,
            gate,
            venue,
            audit);
    Account account = new Account(risk, sizing, slippage, allocation, features, audit);
    this.books = new StrategyBook[strategies.size()];
    for (int i = 0; i < books.length; i++) {
      OrderDesk orders = new OrderDesk(i, risk, gate, venue, audit, open);
      books[i] = new StrategyBook(spec, i, strategies.get(i), account, orders);
    }
    this.watchesPrices = books[0].exits().watchesPrices();
    this.emergency = new EmergencyDesk(risk.emergency(), books, open, audit, instruments.size());
    this.hedge =
        spec.hedge()
            .map(each ->
                new HedgeDesk(
                    each,
                    instruments.get(each.instrument()),
                    books[books.length - 1],
                    risk,
                    audit));
    features.build();
    this.fundingRates = new double[instruments.size()];
    Arrays.fill(fundingRates, Double.NaN);
    this.lanes = new Lane[instruments.size()];
    List<Interval> intervals = intervals();
    Arrays.setAll(lanes, i -> lane(i, intervals));
    this.ticks = new TickLane[instruments.size()];
    Arrays.setAll(ticks, i -> tickLane(i, depths[i]));
    this.nextDayNs = (Utc.epochDay(spec.tradeFromNs()) + 1) * Utc.DAY_NS;
  }

  /** A candle has closed. All candles of an instant come before its {@link #onSliceEnd}. */
  public void onCandle(int instrument, CandleColumns rows, int row) {
    events++;
    if (rows.closeTimeNs(row) > nextDayNs) {
      closeDays(rows.closeTimeNs(row) - 1);
    }
    risk.onCandle(instrument, rows, row);
    sizing.onCandle(instrument, rows, row);
    slippage.onCandle(instrument, rows, row);
    nextDueNs = Math.min(nextDueNs, lanes[instrument].add(rows, row));
  }

  /**
   * A trade of the market has come, in the instrument's scales. It is the price at which positions
   * are valued, and crashes are seen by it: where trades are told, candles serve strategies alone.
   */
  public void onTrade(int instrument, TradeColumns rows, int row) {
    events++;
    long timeNs = rows.receiveTimeNs(row);
    if (timeNs >= nextDayNs) {
      closeDays(timeNs);
    }
    if (risk.onTick(instrument, timeNs, rows.price(row))) {
      withdrawBarred(timeNs);
    }
    if (watchesPrices) {
      for (StrategyBook book : books) {
        book.onPrice(instrument, timeNs);
      }
    }
    ticks[instrument].onTrade(rows, row);
  }

  /**
   * A row of an order book has come, in the instrument's scales. Strategies are told when its
   * message has ended.
   */
  public void onBook(int instrument, BookColumns rows, int row) {
    events++;
    ticks[instrument].onBook(rows, row);
  }

  /**
   * Funding of a perpetual is due; what it costs a position comes by {@link #onMargin}.
   *
   * @param rate as a ratio of the notional; above 0 longs pay
   */
  public void onFunding(int instrument, double rate) {
    events++;
    fundingRates[instrument] = rate;
  }

  /** All candles that close at this instant have been given: strategies are asked. */
  public void onSliceEnd(long timeNs) {
    events++;
    if (timeNs >= nextDueNs) {
      closeDue(timeNs);
    }
    if (timeNs >= nextDayNs) {
      closeDays(timeNs);
    }
    hold(risk.onEquity(timeNs), timeNs);
    emergency.step(timeNs);
    if (hedge.isPresent()) {
      hedge.get().step(timeNs);
    }
    for (int i = 0; i < lanes.length; i++) {
      // Where no candle closes, one is on its way, and nothing is judged.
      if (lanes[i].takeClosed()) {
        for (StrategyBook book : books) {
          book.onTime(i, timeNs, lanes[i].volumeScaled());
        }
      }
      if (lanes[i].isTouched()) {
        show(i, timeNs);
      }
    }
  }

  /** What a limit or breaker asks for is done before any strategy is asked. */
  private void hold(Stance stance, long timeNs) {
    switch (stance) {
      case Stance.Open _ -> {}
      case Stance.NoEntries _ -> withdrawBarred(timeNs);
      case Stance.CloseAll _ -> closeAll(OrderPurpose.BREAKER, timeNs);
    }
  }

  private void withdrawBarred(long timeNs) {
    for (int i = 0; i < lanes.length; i++) {
      if (!(risk.stance(i, timeNs) instanceof Stance.Open)) {
        for (int book = 0; book < spec.strategies(); book++) {
          books[book].withdraw(i);
        }
      }
    }
  }

  /** A venue, or the line to it, says something about an order. */
  public void onOrder(OrderEvent event) {
    events++;
    if (event.timeNs() >= nextDayNs) {
      closeDays(event.timeNs());
    }
    Order order = open.get(event.orderId());
    books[order.intent().book()].onOrder(order, event);
    emergency.step(event.timeNs());
  }

  /**
   * Something was filled of an order that the engine has seen the end of, or in its name. What
   * there is nothing to close for is not booked, and halts: nobody knows then what is held.
   *
   * @param intent of the order
   */
  public void onLateFill(OrderIntent intent, OrderEvent.Filled fill) {
    events++;
    if (fill.timeNs() >= nextDayNs) {
      closeDays(fill.timeNs());
    }
    audit.write(new AuditRecord.LateFilled(audit.next(), fill.timeNs(), intent, fill));
    long excess = books[intent.book()].onLateFill(intent, fill);
    if (excess > 0) {
      halt(
          fill.timeNs(),
          "order %s closed %s more of %s than is held"
              .formatted(
                  intent.orderId(), excess, spec.instruments().get(intent.instrument()).id()));
    }
    emergency.step(fill.timeNs());
  }

  /** A venue does something to an account without an order. */
  public void onMargin(MarginEvent event) {
    events++;
    if (event.timeNs() >= nextDayNs) {
      closeDays(event.timeNs());
    }
    audit.write(new AuditRecord.MarginMoved(audit.next(), event.timeNs(), event));
    books[event.book()].onMargin(event);
  }

  /** Cash has been moved between two books. */
  public void onTransfer(Transferred event) {
    events++;
    audit.write(new AuditRecord.CashMoved(audit.next(), event.timeNs(), event));
    allocation.onTransfer(event);
    risk.books().of(event.fromBook()).deposit(-event.amountScaled());
    risk.books().of(event.toBook()).deposit(event.amountScaled());
  }

  /** People, or the session's end. */
  public void onControl(ControlEvent event) {
    events++;
    switch (event) {
      case ControlEvent.CloseAll close -> closeAll(OrderPurpose.END, close.timeNs());
      case ControlEvent.Halt halt -> halt(halt.timeNs(), halt.reason());
      case ControlEvent.LiftLock lift -> risk.lift(lift.timeNs(), lift.lock()::isLike, lift.by());
      case ControlEvent.EmergencyStop stop -> emergency.start(stop.timeNs(), stop.by());
      case ControlEvent.Resume resume -> {
        risk.resume(resume.timeNs(), resume.by());
        audit.write(new AuditRecord.Resumed(audit.next(), resume.timeNs(), resume.by()));
      }
      case ControlEvent.DataJudged data -> judge(data);
    }
  }

  private void judge(ControlEvent.DataJudged data) {
    audit.write(
        new AuditRecord.DataJudged(
            audit.next(), data.timeNs(), data.instrument(), data.isUsable(), data.why()));
    risk.onData(data.instrument(), data.isUsable());
    if (!data.isUsable()) {
      withdrawBarred(data.timeNs());
    }
  }

  private void halt(long timeNs, String reason) {
    risk.halt(true);
    audit.write(new AuditRecord.Halted(audit.next(), timeNs, reason));
  }

  /**
   * The first instant at which a longer candle must be closed by the clock because its last rows
   * are missing; {@link Long#MAX_VALUE} if none. Whoever feeds the engine ends a slice there.
   */
  public long nextDueNs() {
    return nextDueNs;
  }

  /**
   * When {@link #onTimer} is due because a venue did not do what it was asked; {@link
   * Long#MAX_VALUE} where it is not. Whoever follows a clock, and not only candles, calls it then.
   */
  public long nextTimerNs() {
    long next = emergency.nextNs();
    for (StrategyBook book : books) {
      next = Math.min(next, book.exits().nextTimerNs());
    }
    return next;
  }

  /** Asks again for what a venue did not do. */
  public void onTimer(long timeNs) {
    events++;
    emergency.step(timeNs);
    for (StrategyBook book : books) {
      book.exits().onTimer(timeNs);
    }
  }

  /** Cash and everything held by all books, at the latest prices, in cash scale. */
  public long equityScaled() {
    return risk.books().equityScaled();
  }

  /** The locks of entries that hold at a time, the oldest first. */
  public List<Lock> locks(long timeNs) {
    return risk.locks(timeNs);
  }

  /** The books of all strategies, to be read. */
  public Books books() {
    return risk.books();
  }

  /** The books of the first strategy, to be read. */
  public Portfolio portfolio() {
    return risk.books().of(0);
  }

  /** The orders that have not ended. */
  public List<StandingOrder> standing() {
    return open.standing();
  }

  /** What is held, by book and instrument. */
  public List<OpenPosition> openPositions() {
    List<OpenPosition> all = new ArrayList<>();
    for (StrategyBook book : books) {
      book.addPositions(all);
    }
    return all;
  }

  /** The order with this id, which has not ended. */
  public StandingOrder standing(long orderId) {
    return open.get(orderId).standing();
  }

  /** How many events it has taken. */
  public long events() {
    return events;
  }

  /** SHA-256 of all that it remembers: equal after a run twice, and after snapshot and tail. */
  public String stateHash() {
    StateWriter out = new StateWriter();
    save(out);
    return out.sha256();
  }

  /** Throws unless books, positions and trades agree. */
  public void checkInvariants() {
    for (StrategyBook book : books) {
      book.checkInvariants();
    }
  }

  private List<Interval> intervals() {
    TreeSet<Interval> intervals = new TreeSet<>();
    for (StrategyBook book : books) {
      intervals.addAll(book.desk().intervals());
    }
    return List.copyOf(intervals.descendingSet());
  }

  private Lane lane(int index, List<Interval> intervals) {
    Instrument instrument = spec.instruments().get(index);
    InstrumentBars candles =
        new InstrumentBars(
            intervals, instrument.priceScale(), instrument.qtyScale(), features, index);
    return new Lane(
        candles,
        intervals.stream()
            .map(interval -> new Lane.Bar(candles.of(interval), views(index, interval, candles)))
            .toArray(Lane.Bar[]::new));
  }

  private TickLane tickLane(int index, LevelBook depth) {
    int asking = index < spec.traded().size() ? spec.strategies() : 0;
    return new TickLane(
        depth, index, spec.instruments().get(index), features, Arrays.copyOf(books, asking));
  }

  private List<BarView> views(int index, Interval interval, InstrumentBars candles) {
    Instrument instrument = spec.instruments().get(index);
    if (index >= spec.traded().size()) {
      return List.of();
    }
    return IntStream.range(0, spec.strategies())
        .filter(book -> books[book].desk().wantsBars(interval))
        .mapToObj(book ->
            new BarView(
                book,
                index,
                instrument,
                interval,
                candles,
                books[book].positions(),
                books[book].portfolio(),
                fundingRates))
        .toList();
  }

  private void closeDue(long timeNs) {
    nextDueNs = Long.MAX_VALUE;
    for (Lane lane : lanes) {
      nextDueNs = Math.min(nextDueNs, lane.closeDue(timeNs));
    }
  }

  private void closeDays(long timeNs) {
    while (nextDayNs <= timeNs) {
      audit.write(new AuditRecord.DayClosed(audit.next(), nextDayNs, risk.books().equityScaled()));
      allocation.onDay(nextDayNs);
      nextDayNs += Utc.DAY_NS;
    }
  }

  private void show(int instrument, long timeNs) {
    for (Lane.Bar bar : lanes[instrument].bars()) {
      if (bar.series().isClosed()) {
        bar.series().clearClosed();
        List<BarView> views = bar.views();
        for (int i = 0; i < views.size(); i++) {
          books[views.get(i).book()].onBar(views.get(i), timeNs);
        }
      }
    }
  }

  private void closeAll(OrderPurpose purpose, long timeNs) {
    for (StrategyBook book : books) {
      book.closeAll(purpose, timeNs);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("engine", 4).writeLong(events).writeLong(nextDayNs).writeLong(nextDueNs);
    risk.save(out);
    sizing.save(out);
    slippage.save(out);
    allocation.save(out);
    out.writeDoubles(fundingRates);
    audit.save(out);
    open.save(out);
    features.save(out);
    for (Lane lane : lanes) {
      lane.save(out);
    }
    for (TickLane lane : ticks) {
      lane.save(out);
    }
    for (StrategyBook book : books) {
      book.save(out);
    }
    emergency.save(out);
    hedge.ifPresent(desk -> desk.save(out));
  }

  @Override
  public void load(StateReader in) {
    in.section("engine", 4);
    events = in.readLong();
    nextDayNs = in.readLong();
    nextDueNs = in.readLong();
    risk.load(in);
    sizing.load(in);
    slippage.load(in);
    allocation.load(in);
    in.readDoubles(fundingRates);
    audit.load(in);
    open.load(in);
    features.load(in);
    for (Lane lane : lanes) {
      lane.load(in);
    }
    for (TickLane lane : ticks) {
      lane.load(in);
    }
    for (StrategyBook book : books) {
      book.load(in);
    }
    emergency.load(in);
    hedge.ifPresent(desk -> desk.load(in));
  }
}
