package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.ledger.Position;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.ExitReason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One strategy with its books: its portfolio, its trades under way, its desks. */
final class StrategyBook implements Stateful {
  private final EngineSpec engine;
  private final int index;
  private final BookSpec spec;
  private final Strategy strategy;
  private final Portfolio portfolio;
  private final Account account;
  private final AuditTrail audit;
  private final OrderDesk orders;
  private final OpenTrade[] trades;
  private final EntryPlan[] plans;
  private final HeldPosition[] positions;
  private final ExitDesk exits;
  private final ExecutionDesk executions;
  private final EntryDesk entries;
  private final StrategyDesk desk;

  /** The strategy is prepared here. */
  StrategyBook(EngineSpec engine, int index, Strategy strategy, Account account, OrderDesk orders) {
    List<Instrument> instruments = engine.instruments();
    this.engine = engine;
    this.index = index;
    this.spec = engine.books().get(index);
    this.strategy = strategy;
    this.account = account;
    this.audit = account.audit();
    this.portfolio = account.risk().books().of(index);
    this.orders = orders;
    this.trades = instruments.stream().map(OpenTrade::new).toArray(OpenTrade[]::new);
    this.plans = instruments.stream().map(i -> new EntryPlan()).toArray(EntryPlan[]::new);
    this.positions = new HeldPosition[trades.length];
    Arrays.setAll(
        positions, i -> new HeldPosition(instruments.get(i), portfolio.position(i), trades[i]));
    boolean needsAtr = account.risk().settings().needsAtr() || spec.exits().needsAtr();
    this.desk =
        new StrategyDesk(
            spec.hedge().isPresent() ? instruments : engine.traded(),
            spec,
            strategy,
            account.features(),
            positions,
            needsAtr);
    this.exits = new ExitDesk(instruments, desk::atr, portfolio, orders, trades, plans);
    this.executions =
        new ExecutionDesk(instruments, index, spec.execution(), account.risk(), orders, audit);
    account.risk().watch(index, executions, exits);
    this.entries = new EntryDesk(engine, index, account, desk, executions, orders, exits, plans);
    portfolio.deposit(spec.capitalScaled());
  }

  StrategyDesk desk() {
    return desk;
  }

  HeldPosition[] positions() {
    return positions;
  }

  Portfolio portfolio() {
    return portfolio;
  }

  OrderDesk orders() {
    return orders;
  }

  EntryPlan plan(int instrument) {
    return plans[instrument];
  }

  ExitDesk exits() {
    return exits;
  }

  /** A candle of the instrument has closed at this instant, with this volume. */
  void onTime(int instrument, long timeNs, long volumeScaled) {
    if (executions.isWorking(instrument)) {
      executions.onMarket(instrument, timeNs, portfolio.markScaled(instrument), volumeScaled);
    }
    if (trades[instrument].isOpen()) {
      exits.onTime(instrument, timeNs);
    }
  }

  /** Shows a bar to the strategy, if all of its features are ready, and follows what it says. */
  void onBar(BarView view, long timeNs) {
    int instrument = view.instrumentIndex();
    if (trades[instrument].isOpen() && view.interval().equals(spec.interval())) {
      exits.onBar(instrument, view, timeNs);
    }
    if (!desk.isReady(instrument)) {
      return;
    }
    Said said = desk.onBar(view, timeNs);
    view.wasShown();
    follow(said);
  }

  /** A trade has come; strategies are told of it after. */
  void onPrice(int instrument, long timeNs) {
    exits.onPrice(instrument, timeNs);
  }

  /** Shows a trade to the strategy, if all of its features are ready, and follows what it says. */
  void onTrade(TickView view) {
    if (desk.isReady(view.instrumentIndex())) {
      follow(desk.onTrade(view));
    }
  }

  /** Shows a changed order book, as {@link #onTrade}. */
  void onBook(TickView view) {
    if (desk.isReady(view.instrumentIndex())) {
      follow(desk.onBook(view));
    }
  }

  private void follow(Said said) {
    List<Signal> signals = said.signals();
    for (int i = 0; i < signals.size(); i++) {
      follow(said.instrument(i), signals.get(i));
    }
  }

  void onOrder(Order order, OrderEvent event) {
    orders.apply(order, event);
    if (event instanceof OrderEvent.Filled filled) {
      onFill(order, filled);
      executions.onOrder(order, event);
      if (order.state().isFinal()) {
        exits.onFilled(order.intent(), filled.timeNs());
      }
      return;
    }
    executions.onOrder(order, event);
    if (event instanceof OrderEvent.Expired expired && order.intent().reduceOnly()) {
      onNothingToReduce(order, expired.timeNs());
    }
    if (order.state().isFinal()) {
      exits.onDropped(order.intent(), order.isCancelAsked(), event);
    }
  }

  /** A venue does something to the book's account without an order. */
  void onMargin(MarginEvent event) {
    switch (event) {
      case MarginEvent.Funded funded -> {
        portfolio.book(funded);
        trades[funded.instrument()].addFunding(funded);
      }
      case MarginEvent.Changed changed -> portfolio.book(changed);
      case MarginEvent.Liquidated liquidated -> onLiquidation(liquidated);
      case MarginEvent.ClosedOutside closed -> onClosedOutside(closed);
    }
  }

  private void onLiquidation(MarginEvent.Liquidated event) {
    int instrument = event.instrument();
    long gain = portfolio.book(event);
    trades[instrument].liquidate(event, gain);
    if (portfolio.position(instrument).isFlat()) {
      closeTrade(instrument, ExitReason.LIQUIDATION, event.timeNs());
    }
  }

  private void onClosedOutside(MarginEvent.ClosedOutside event) {
    int instrument = event.instrument();
    long gain = portfolio.book(event);
    trades[instrument].closeOutside(event, gain);
    if (isAllButDust(instrument, event.timeNs())) {
      closeTrade(instrument, ExitReason.OUTSIDE, event.timeNs());
    }
  }

  /**
   * Something was filled of an order that is not open any more.
   *
   * @return how much of it there was nothing to close for, in quantity scale
   */
  long onLateFill(OrderIntent intent, OrderEvent.Filled fill) {
    long held = portfolio.position(intent.instrument()).qtyScaled();
    boolean closes = Long.signum(held) == -intent.side().sign();
    long most = closes ? Math.abs(held) : intent.reduceOnly() ? 0 : fill.qtyScaled();
    long excess = Math.max(0, fill.qtyScaled() - most);
    if (excess < fill.qtyScaled()) {
      OrderEvent.Filled part = excess == 0 ? fill : fill.part(fill.qtyScaled() - excess);
      book(intent, part, 1, ExitReasons.of(intent.purpose()));
    }
    return excess;
  }

  /** Cancels every order and closes every position at the market. */
  void closeAll(OrderPurpose purpose, long timeNs) {
    for (int i = 0; i < trades.length; i++) {
      executions.cancel(i);
      exits.giveUp(i, purpose);
      for (Order order : List.copyOf(orders.open(i))) {
        if (order.intent().purpose() != purpose) {
          orders.cancel(order);
        }
      }
      exits.closeAtMarket(i, purpose, timeNs);
    }
  }

  /** What waits to be closed and is watched is given up, but for what closes all for this. */
  void giveUpExits(OrderPurpose purpose) {
    for (int i = 0; i < trades.length; i++) {
      exits.giveUp(i, purpose);
    }
  }

  /** Takes back an order, even if that was asked for before. */
  void cancelAgain(Order order) {
    orders.cancelAgain(order);
  }

  /** Closes a position for an emergency; a close that is under way is replaced. */
  void closeAgain(int instrument, long timeNs) {
    orders.find(instrument, OrderPurpose.EMERGENCY).ifPresent(orders::cancel);
    exits.closeNow(instrument, OrderPurpose.EMERGENCY, timeNs);
  }

  /** Takes back what would open or add. */
  void withdraw(int instrument) {
    executions.cancel(instrument);
    orders.withdraw(instrument);
  }

  void addPositions(List<OpenPosition> all) {
    for (int i = 0; i < trades.length; i++) {
      Position position = portfolio.position(i);
      if (!position.isFlat()) {
        all.add(
            new OpenPosition(
                index, i, position.qtyScaled(), position.costScaled(), positions[i].entryTimeNs()));
      }
    }
  }

  void checkInvariants() {
    portfolio.checkInvariants();
    for (int i = 0; i < trades.length; i++) {
      if (trades[i].isOpen() == portfolio.position(i).isFlat()) {
        throw new IllegalStateException(
            "a trade must be open exactly while there is a position: "
                + engine.instruments().get(i).id());
      }
    }
  }

  private void follow(int instrument, Signal signal) {
    audit.write(new AuditRecord.SignalRaised(audit.next(), signal.timeNs(), spec.name(), signal));
    long begun = executions.begun();
    Optional<Refused> refused =
        signal.timeNs() < engine.tradeFromNs() || signal.timeNs() >= engine.tradeToNs()
            ? Optional.of(Refused.of(Refusal.OUTSIDE_SPAN))
            : act(instrument, signal);
    if (refused.isPresent()) {
      audit.write(
          new AuditRecord.SignalRefused(
              audit.next(),
              signal.timeNs(),
              spec.name(),
              signal,
              refused.get().refusal(),
              refused.get().detail()));
    } else if (signal instanceof Signal.Enter) {
      audit.write(
          new AuditRecord.EntryFollowed(
              audit.next(),
              signal.timeNs(),
              spec.name(),
              index,
              instrument,
              executions.begun() > begun ? 0 : orders.lastOrderId(),
              signal,
              desk.seen(instrument)));
    }
  }

  private Optional<Refused> act(int instrument, Signal signal) {
    return switch (signal) {
      case Signal.Enter enter -> entries.enter(instrument, enter);
      case Signal.Exit exit when exit.share() < 1 || exit.limit().isPresent() ->
          exits.reduce(instrument, exit).map(Refused::of);
      case Signal.Exit exit -> {
        boolean withdrawn = orders.isOpening(instrument) || executions.isWorking(instrument);
        withdraw(instrument);
        exits.closeAtMarket(instrument, OrderPurpose.SIGNAL_EXIT, exit.timeNs());
        yield withdrawn || trades[instrument].isOpen()
            ? Optional.empty()
            : Optional.of(Refused.of(Refusal.NO_POSITION));
      }
    };
  }

  private void onFill(Order order, OrderEvent.Filled fill) {
    double within = isRiskLimited() ? order.stopDistance() : 1;
    book(order.intent(), fill, within, exits.reason(order));
  }

  /** Books it and follows it; what it closes all of ends for this reason. */
  private void book(OrderIntent intent, OrderEvent.Filled fill, double within, ExitReason reason) {
    int instrument = intent.instrument();
    Position position = portfolio.position(instrument);
    boolean opens = position.isFlat() || Long.signum(position.qtyScaled()) == intent.side().sign();
    long held = Math.abs(position.qtyScaled());
    if (!opens && !isSpot(instrument) && fill.qtyScaled() > held) {
      // An entry that was taken back was filled all the same: what came after it turns it around.
      book(intent, fill.part(held), within, reason);
      book(intent, fill.after(held), within, reason);
      return;
    }
    long feeValue = portfolio.feeValueScaled(instrument, fill);
    long gain = portfolio.book(instrument, intent.side(), fill);
    trades[instrument].add(intent.side(), fill, opens, gain, feeValue, plans[instrument].reason());
    if (opens) {
      exits.onEntryFill(instrument, fill, within);
    } else if (isAllButDust(instrument, fill.timeNs())) {
      closeTrade(instrument, reason, fill.timeNs());
    }
    desk.onFill(intent, fill);
  }

  /** Whether what a trade, or all together, may lose at its stop is less than all. */
  private boolean isRiskLimited() {
    PortfolioLimits limits = account.risk().settings().exposure();
    return limits.tradeRisk() < 1 || limits.heat() < 1;
  }

  /** An order to close found less than a lot: what there is will never be sold. */
  private void onNothingToReduce(Order order, long timeNs) {
    int instrument = order.intent().instrument();
    if (trades[instrument].isOpen()
        && isAllButDust(instrument, timeNs)
        && !orders.isOpening(instrument)) {
      closeTrade(instrument, exits.reason(order), timeNs);
    }
  }

  private boolean isAllButDust(int instrument, long timeNs) {
    Position position = portfolio.position(instrument);
    Instrument i = engine.instruments().get(instrument);
    return position.isFlat()
        || (isSpot(instrument) && position.qtyScaled() < i.rulesAt(timeNs).lotScaled());
  }

  private boolean isSpot(int instrument) {
    return engine.instruments().get(instrument).id().market() == Market.SPOT;
  }

  private void closeTrade(int instrument, ExitReason reason, long timeNs) {
    if (!portfolio.position(instrument).isFlat()) {
      portfolio.leaveDust(instrument);
    }
    ClosedTrade trade = trades[instrument].close(spec.name(), timeNs, reason);
    audit.write(new AuditRecord.TradeClosed(audit.next(), timeNs, trade));
    if (spec.hedge().isEmpty()) {
      account.risk().onTrade(instrument, trade);
      account.sizing().onTrade(index, trade);
      account.allocation().onTrade(index);
    }
    exits.onFlat(instrument, reason);
    if (reason != ExitReason.SIGNAL) {
      executions.cancel(instrument);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("strategy-book", 1);
    portfolio.save(out);
    exits.save(out);
    executions.save(out);
    for (int i = 0; i < trades.length; i++) {
      trades[i].save(out);
      plans[i].save(out);
    }
    strategy.save(out.section("strategy", 1));
  }

  @Override
  public void load(StateReader in) {
    in.section("strategy-book", 1);
    portfolio.load(in);
    exits.load(in);
    executions.load(in);
    for (int i = 0; i < trades.length; i++) {
      trades[i].load(in);
      plans[i].load(in);
    }
    in.section("strategy", 1);
    strategy.load(in);
    desk.forget();
  }
}
