package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.feature.InstrumentBars;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.ledger.Position;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.Side;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.RiskGate;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitReason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The engine: a pure function of its events. One writer feeds it one ordered stream: candles as
 * rows of columns, then one {@link #onSliceEnd} for each instant at which candles closed, and what
 * venues and people say in between. It answers with commands to the {@link VenuePort} and records
 * to the {@link AuditSink}; a venue must answer later, by {@link #onOrder}, never from within
 * {@link VenuePort#submit}. It knows no clock, thread, file or network.
 */
public final class Engine implements Stateful {
  private final EngineSpec spec;
  private final Strategy strategy;
  private final Portfolio portfolio;
  private final AuditTrail audit;
  private final OrderDesk orders;
  private final ExitDesk exits;
  private final EntryDesk entries;
  private final StrategyDesk desk;
  private final OpenTrade[] trades;
  private final EntryPlan[] plans;
  private final Lane[] lanes;

  private long events;
  private long nextDayNs;
  private long nextDueNs = Long.MAX_VALUE;
  private boolean halted;

  /** Ready for its first event. The strategy is prepared here. */
  public Engine(EngineSpec spec, Strategy strategy, VenuePort venue, AuditSink sink) {
    List<Instrument> instruments = spec.instruments();
    this.spec = spec;
    this.strategy = strategy;
    this.portfolio = new Portfolio(instruments);
    this.audit = new AuditTrail(sink);
    this.trades = instruments.stream().map(OpenTrade::new).toArray(OpenTrade[]::new);
    this.plans = instruments.stream().map(i -> new EntryPlan()).toArray(EntryPlan[]::new);
    RiskGate gate = new RiskGate(spec.limits(), instruments, portfolio);
    this.orders = new OrderDesk(instruments.size(), gate, venue, audit);
    this.exits = new ExitDesk(instruments, spec.exits(), portfolio, orders, trades, plans);
    this.entries = new EntryDesk(spec, portfolio, orders, exits, plans, audit);
    HeldPosition[] positions = new HeldPosition[trades.length];
    Arrays.setAll(
        positions, i -> new HeldPosition(instruments.get(i), portfolio.position(i), trades[i]));
    this.desk = new StrategyDesk(spec, strategy, positions);
    this.lanes = new Lane[trades.length];
    Arrays.setAll(lanes, i -> lane(i, positions));
    this.nextDayNs = (Utc.epochDay(spec.tradeFromNs()) + 1) * Utc.DAY_NS;
    portfolio.deposit(spec.capitalScaled());
  }

  /** A candle has closed. All candles of an instant come before its {@link #onSliceEnd}. */
  public void onCandle(int instrument, CandleColumns rows, int row) {
    events++;
    if (rows.closeTimeNs(row) > nextDayNs) {
      closeDays(rows.closeTimeNs(row) - 1);
    }
    portfolio.mark(instrument, rows.close(row));
    nextDueNs = Math.min(nextDueNs, lanes[instrument].add(rows, row));
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
    for (int i = 0; i < lanes.length; i++) {
      // Where no candle closes, one is on its way, and nothing is judged.
      if (lanes[i].takeClosed() && trades[i].isOpen()) {
        exits.onTime(i, timeNs);
      }
      if (lanes[i].isTouched()) {
        show(i, timeNs);
      }
    }
  }

  /** A venue, or the line to it, says something about an order. */
  public void onOrder(OrderEvent event) {
    events++;
    if (event.timeNs() >= nextDayNs) {
      closeDays(event.timeNs());
    }
    Order order = orders.apply(event);
    if (event instanceof OrderEvent.Filled filled) {
      onFill(order, filled);
    } else {
      if (event instanceof OrderEvent.Expired expired && order.intent().reduceOnly()) {
        onNothingToReduce(order, expired.timeNs());
      }
      if (order.state().isFinal()) {
        exits.onDropped(order.intent(), order.isCancelAsked());
      }
    }
  }

  /** A venue does something to the account without an order. */
  public void onMargin(MarginEvent event) {
    events++;
    int instrument = event.instrument();
    Side side = portfolio.position(instrument).isLong() ? Side.SELL : Side.BUY;
    long gain = portfolio.book(event);
    if (event instanceof MarginEvent.Liquidated closed) {
      var fill =
          new OrderEvent.Filled(
              1,
              closed.timeNs(),
              closed.qtyScaled(),
              closed.priceScaled(),
              closed.quoteScaled(),
              closed.feeScaled(),
              false,
              0,
              true);
      OpenTrade trade = trades[instrument];
      trade.add(side, fill, false, gain + closed.coveredScaled(), closed.feeScaled(), "");
      audit.write(
          new AuditRecord.TradeClosed(
              audit.next(),
              closed.timeNs(),
              trade.close(spec.strategyName(), closed.timeNs(), ExitReason.LIQUIDATION)));
      exits.onFlat(instrument);
    }
  }

  /** People, or the session's end. */
  public void onControl(ControlEvent event) {
    events++;
    switch (event) {
      case ControlEvent.CloseAll close -> closeAll(close.timeNs());
      case ControlEvent.Halt halt -> {
        halted = true;
        audit.write(new AuditRecord.Halted(audit.next(), halt.timeNs(), halt.reason()));
      }
    }
  }

  /**
   * The first instant at which a longer candle must be closed by the clock because its last rows
   * are missing; {@link Long#MAX_VALUE} if none. Whoever feeds the engine ends a slice there.
   */
  public long nextDueNs() {
    return nextDueNs;
  }

  /** Cash and everything held, at the latest prices, in cash scale. */
  public long equityScaled() {
    return portfolio.equityScaled();
  }

  /** The books, to be read. */
  public Portfolio portfolio() {
    return portfolio;
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
    portfolio.checkInvariants();
    for (int i = 0; i < trades.length; i++) {
      if (trades[i].isOpen() == portfolio.position(i).isFlat()) {
        throw new IllegalStateException(
            "a trade must be open exactly while there is a position: "
                + spec.instruments().get(i).id());
      }
    }
  }

  private Lane lane(int index, HeldPosition[] positions) {
    Instrument instrument = spec.instruments().get(index);
    List<Interval> intervals = desk.intervals();
    InstrumentBars candles =
        new InstrumentBars(
            intervals, instrument.priceScale(), instrument.qtyScale(), desk.features(), index);
    return new Lane(
        candles,
        intervals.stream()
            .map(interval -> bar(index, interval, candles, positions))
            .toArray(Lane.Bar[]::new));
  }

  private Lane.Bar bar(
      int index, Interval interval, InstrumentBars candles, HeldPosition[] positions) {
    Instrument instrument = spec.instruments().get(index);
    BarView view = new BarView(index, instrument, interval, candles, positions, portfolio);
    return new Lane.Bar(candles.of(interval), view, desk.wantsBars(interval));
  }

  private void closeDue(long timeNs) {
    nextDueNs = Long.MAX_VALUE;
    for (Lane lane : lanes) {
      nextDueNs = Math.min(nextDueNs, lane.closeDue(timeNs));
    }
  }

  private void closeDays(long timeNs) {
    while (nextDayNs <= timeNs) {
      audit.write(new AuditRecord.DayClosed(audit.next(), nextDayNs, portfolio.equityScaled()));
      nextDayNs += Utc.DAY_NS;
    }
  }

  private void show(int instrument, long timeNs) {
    boolean ready = lanes[instrument].isReady();
    for (Lane.Bar bar : lanes[instrument].bars()) {
      if (bar.series().isClosed()) {
        bar.series().clearClosed();
        if (ready && bar.isShown()) {
          Said said = desk.onBar(bar.view(), timeNs);
          bar.view().wasShown();
          List<Signal> signals = said.signals();
          for (int i = 0; i < signals.size(); i++) {
            follow(said.instrument(i), signals.get(i));
          }
        }
      }
    }
  }

  private void follow(int instrument, Signal signal) {
    audit.write(
        new AuditRecord.SignalRaised(audit.next(), signal.timeNs(), spec.strategyName(), signal));
    Optional<Refused> refused =
        signal.timeNs() < spec.tradeFromNs() || signal.timeNs() >= spec.tradeToNs()
            ? Optional.of(Refused.of(Refusal.OUTSIDE_SPAN))
            : act(instrument, signal);
    refused.ifPresent(reason ->
        audit.write(
            new AuditRecord.SignalRefused(
                audit.next(),
                signal.timeNs(),
                spec.strategyName(),
                signal,
                reason.refusal(),
                reason.detail())));
  }

  private Optional<Refused> act(int instrument, Signal signal) {
    return switch (signal) {
      case Signal.Enter enter -> entries.enter(instrument, enter, halted);
      case Signal.Exit exit -> {
        boolean withdrawn = orders.has(instrument, OrderPurpose.ENTRY);
        entries.withdraw(instrument);
        exits.closeAtMarket(instrument, OrderPurpose.SIGNAL_EXIT, exit.timeNs());
        yield withdrawn || trades[instrument].isOpen()
            ? Optional.empty()
            : Optional.of(Refused.of(Refusal.NO_POSITION));
      }
    };
  }

  private void onFill(Order order, OrderEvent.Filled fill) {
    OrderIntent intent = order.intent();
    int instrument = intent.instrument();
    Position position = portfolio.position(instrument);
    boolean opens = position.isFlat() || Long.signum(position.qtyScaled()) == intent.side().sign();
    long feeValue = portfolio.feeValueScaled(instrument, fill);
    long gain = portfolio.book(instrument, intent.side(), fill);
    trades[instrument].add(intent.side(), fill, opens, gain, feeValue, plans[instrument].reason());
    if (opens) {
      exits.onEntryFill(instrument, fill.timeNs());
    } else if (isAllButDust(instrument, fill.timeNs())) {
      closeTrade(instrument, order, fill.timeNs());
    }
    desk.onFill(intent, fill);
  }

  /** An order to close found less than a lot: what there is will never be sold. */
  private void onNothingToReduce(Order order, long timeNs) {
    int instrument = order.intent().instrument();
    if (trades[instrument].isOpen()
        && isAllButDust(instrument, timeNs)
        && !orders.has(instrument, OrderPurpose.ENTRY)) {
      closeTrade(instrument, order, timeNs);
    }
  }

  private boolean isAllButDust(int instrument, long timeNs) {
    Position position = portfolio.position(instrument);
    Instrument i = spec.instruments().get(instrument);
    return position.isFlat()
        || (i.id().market() == Market.SPOT && position.qtyScaled() < i.rulesAt(timeNs).lotScaled());
  }

  private void closeTrade(int instrument, Order order, long timeNs) {
    if (!portfolio.position(instrument).isFlat()) {
      portfolio.leaveDust(instrument);
    }
    var reason = exits.reason(order);
    audit.write(
        new AuditRecord.TradeClosed(
            audit.next(), timeNs, trades[instrument].close(spec.strategyName(), timeNs, reason)));
    exits.onFlat(instrument);
  }

  private void closeAll(long timeNs) {
    for (int i = 0; i < trades.length; i++) {
      List<Order> open = List.copyOf(orders.open(i));
      open.forEach(orders::cancel);
      exits.closeAtMarket(i, OrderPurpose.END, timeNs);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("engine", 1)
        .writeLong(events)
        .writeLong(nextDayNs)
        .writeLong(nextDueNs)
        .writeBoolean(halted);
    portfolio.save(out);
    audit.save(out);
    orders.save(out);
    exits.save(out);
    desk.features().save(out);
    for (int i = 0; i < lanes.length; i++) {
      trades[i].save(out);
      plans[i].save(out);
      lanes[i].save(out);
    }
    strategy.save(out.section("strategy", 1));
  }

  @Override
  public void load(StateReader in) {
    in.section("engine", 1);
    events = in.readLong();
    nextDayNs = in.readLong();
    nextDueNs = in.readLong();
    halted = in.readBoolean();
    portfolio.load(in);
    audit.load(in);
    orders.load(in);
    exits.load(in);
    desk.features().load(in);
    for (int i = 0; i < lanes.length; i++) {
      trades[i].load(in);
      plans[i].load(in);
      lanes[i].load(in);
    }
    in.section("strategy", 1);
    strategy.load(in);
  }
}
