package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.stop.StopLevel;
import io.tradewind.core.stop.StopPlan;
import io.tradewind.core.stop.StopState;
import io.tradewind.core.stop.TakeProfit;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;

/** Keeps the orders that close a position: its stop, its targets, its return by age, its age. */
final class ExitDesk implements Stateful {
  private static final double MILLION = 1e6;
  private static final OrderSize ALL = new OrderSize.Position();

  private final List<Instrument> instruments;
  private final Portfolio portfolio;
  private final OrderDesk orders;
  private final OpenTrade[] trades;
  private final EntryPlan[] plans;

  private final StopState[] stops;
  private final IntToDoubleFunction atr;
  private final ExitSteps steps;
  private final ExitQueue queue;
  private final ExitWatch watch;
  private final ExitReasons reasons;

  /** Positions whose stop the venue has dropped; it is placed again at the next close. */
  private final boolean[] stopLost;

  private final ExitRetries retries;

  /** Positions whose stop or return by age is taken back, for another to take its place. */
  private final boolean[] stopMoves;

  private final boolean[] roiMoves;

  /** Positions whose targets are placed anew once it is known what was sold. */
  private final boolean[] targetsDue;

  /** The latest ATR of an instrument is asked for by its place; NaN where there is none. */
  ExitDesk(
      List<Instrument> instruments,
      IntToDoubleFunction atr,
      Portfolio portfolio,
      OrderDesk orders,
      OpenTrade[] trades,
      EntryPlan[] plans) {
    this.instruments = instruments;
    this.atr = atr;
    this.portfolio = portfolio;
    this.orders = orders;
    this.trades = trades;
    this.plans = plans;
    this.steps = new ExitSteps(instruments, portfolio, trades);
    this.queue = new ExitQueue(orders, portfolio, instruments.size());
    this.watch = new ExitWatch(instruments.size());
    this.stopLost = new boolean[instruments.size()];
    this.retries = new ExitRetries(instruments.size());
    this.stopMoves = new boolean[instruments.size()];
    this.roiMoves = new boolean[instruments.size()];
    this.targetsDue = new boolean[instruments.size()];
    this.stops = instruments.stream().map(each -> new StopState()).toArray(StopState[]::new);
    this.reasons = new ExitReasons(stops, trades, steps);
  }

  /**
   * An entry was filled, maybe in part: everything that protects it is put in place.
   *
   * @param within how far from the fill the stop may be, as a ratio of its price: what its size was
   *     reckoned with; 1 where that does not matter
   */
  void onEntryFill(int instrument, OrderEvent.Filled fill, double within) {
    long timeNs = fill.timeNs();
    StopState state = stops[instrument];
    StopPlan plan = plans[instrument].stops();
    OpenTrade trade = trades[instrument];
    if (!state.isOpen()) {
      state.open(plan, trade.direction(), costs(instrument, timeNs), trade.entryTimeNs());
      tellEmulation(instrument, plan, timeNs);
    } else if (!state.plan().equals(plan)) {
      state.replan(plan);
    }
    state.onEntry(trade.entryPrice(), atr.applyAsDouble(instrument));
    if (within < 1) {
      int scale = instruments.get(instrument).priceScale();
      state.hold(Crossing.toDouble(fill.priceScaled(), scale), within);
    }
    state.level().ifPresent(level -> trade.stopAt(level.price()));
    placeStop(instrument, timeNs);
    placeTargets(instrument, timeNs);
    followRoi(instrument, timeNs);
  }

  private void tellEmulation(int instrument, StopPlan plan, long timeNs) {
    boolean trails = plan.trailing().isPresent();
    if (!plan.stops().isEmpty() && !orders.can(Ability.STOP)) {
      orders.emulate(Ability.STOP, instrument, timeNs);
    } else if (trails && !orders.can(Ability.TRAILING_STOP)) {
      orders.emulate(Ability.TRAILING_STOP, instrument, timeNs);
    }
  }

  /** Of entry and exit, as a ratio of the price. */
  private double costs(int instrument, long timeNs) {
    return 2 * instruments.get(instrument).rulesAt(timeNs).takerFeePpm() / MILLION;
  }

  /** A candle has closed: what the venue missed is closed, return by age and age are judged. */
  void onTime(int instrument, long timeNs) {
    if (isClosing(instrument) || restore(instrument, timeNs)) {
      return;
    }
    StopState state = stops[instrument];
    if (!state.plan().roi().isEmpty()) {
      followRoi(instrument, timeNs);
    }
    onPrice(instrument, timeNs);
    if (state.isOld(timeNs)) {
      closeAtMarket(instrument, OrderPurpose.TIME_EXIT, timeNs);
    }
  }

  /** The price is new: what is watched here and has been reached is closed. */
  void onPrice(int instrument, long timeNs) {
    if (queue.isSingle()
        && trades[instrument].isOpen()
        && !queue.isBusy(instrument)
        && !retries.isDueAfter(instrument, timeNs)
        && orders.find(instrument, OrderPurpose.STOP).filter(ExitDesk::hasBegun).isEmpty()) {
      closeReached(instrument, timeNs);
    }
  }

  private void closeReached(int instrument, long timeNs) {
    int sign = trades[instrument].direction().sign();
    watch
        .take(instrument, portfolio.markScaled(instrument), sign)
        .ifPresent(wish -> queue.ask(instrument, wish, timeNs));
  }

  /** Whether prices between the closes of candles are asked for. */
  boolean watchesPrices() {
    return queue.isSingle();
  }

  /** What the venue has missed is closed, a lost stop is placed again; whether it closes. */
  private boolean restore(int instrument, long timeNs) {
    if (isMissed(instrument)) {
      closeAtStop(instrument, timeNs);
      return true;
    }
    if (stopLost[instrument]) {
      stopLost[instrument] = false;
      placeStop(instrument, timeNs);
    }
    return false;
  }

  /** When {@link #onTimer} is due; {@link Long#MAX_VALUE} where it is not. */
  long nextTimerNs() {
    return Math.min(retries.nextNs(), queue.nextTimerNs());
  }

  /** Exits that the venue did not take are asked for again, and cancels that they wait for. */
  void onTimer(long timeNs) {
    queue.onTimer(timeNs);
    for (int i = 0; i < stops.length && retries.nextNs() <= timeNs; i++) {
      if (retries.take(i, timeNs) && trades[i].isOpen() && !isClosing(i)) {
        Optional<OrderPurpose> close = retries.takeClose(i);
        if (close.isPresent()) {
          closeAtMarket(i, close.get(), timeNs);
        } else if (!restore(i, timeNs)) {
          onPrice(i, timeNs);
        }
      }
    }
  }

  /** A candle of the strategy has closed: stops that go by candles follow. */
  void onBar(int instrument, BarContext bar, long timeNs) {
    StopState state = stops[instrument];
    if (!state.followsBars() || isClosing(instrument)) {
      return;
    }
    long openNs = timeNs - bar.interval().durationNs();
    state.onBar(openNs, bar.high(), bar.low(), bar.close(), atr.applyAsDouble(instrument));
    if (isMissed(instrument)) {
      closeAtStop(instrument, timeNs);
    } else {
      placeStop(instrument, timeNs);
    }
  }

  /** Whether the price is beyond the stop and the venue does nothing about it. */
  private boolean isMissed(int instrument) {
    double price =
        Crossing.toDouble(
            portfolio.markScaled(instrument), instruments.get(instrument).priceScale());
    if (!stops[instrument].isTripped(price)) {
      return false;
    }
    Optional<Order> standing = orders.find(instrument, OrderPurpose.STOP);
    return standing.isEmpty() || !hasBegun(standing.get());
  }

  /** Whether a stop has been hit and now takes what the market gives. */
  private static boolean hasBegun(Order stop) {
    return switch (stop.state()) {
      case TRIGGERED, PARTLY_FILLED -> true;
      case INTENDED, SENT, UNKNOWN, OPEN, FILLED, CANCELLED, EXPIRED, REJECTED -> false;
    };
  }

  /** What should have been closed at the stop is closed at the market. */
  private void closeAtStop(int instrument, long timeNs) {
    orders.find(instrument, OrderPurpose.STOP).ifPresent(orders::cancel);
    closeAtMarket(instrument, OrderPurpose.STOP, timeNs);
  }

  /**
   * An order ended without a fill: what takes its place is sent, and a stop that was not meant to
   * end is to be placed again.
   */
  void onDropped(OrderIntent intent, boolean wasCancelled, OrderEvent event) {
    int i = intent.instrument();
    if (portfolio.position(i).isFlat()) {
      return;
    }
    long timeNs = event.timeNs();
    if (isUntakenMarket(intent, event) && !wasCancelled) {
      onUntaken(intent, timeNs);
    }
    if (intent.purpose() == OrderPurpose.STOP) {
      boolean moves = stopMoves[i];
      stopMoves[i] = false;
      // Should what closes it fail, the stop is placed again.
      stopLost[i] |= !wasCancelled || (moves && isClosing(i));
      if (stopLost[i]) {
        retries.lost(i, timeNs, Optional.empty());
      }
      if (moves && !isClosing(i)) {
        placeStop(i, timeNs);
      }
    } else if (intent.purpose() == OrderPurpose.ROI && roiMoves[i]) {
      roiMoves[i] = false;
      if (!isClosing(i)) {
        followRoi(i, timeNs);
      }
    }
    goOn(intent, timeNs);
  }

  /** An order was filled to its end. */
  void onFilled(OrderIntent intent, long timeNs) {
    if (intent.reduceOnly() && !portfolio.position(intent.instrument()).isFlat()) {
      if (queue.isSingle() && intent.purpose() == OrderPurpose.STOP) {
        // It was of less than is held by now; the rest is stopped as well.
        queue.ask(intent.instrument(), ExitWish.all(OrderPurpose.STOP), timeNs);
      }
      goOn(intent, timeNs);
    }
  }

  /** An exit has ended: what waited for that goes out, or the stop stands again for the rest. */
  private void goOn(OrderIntent ended, long timeNs) {
    int i = ended.instrument();
    if (!queue.isSingle() || !ended.reduceOnly() || queue.isAnyOpen(i)) {
      return;
    }
    boolean hasWaited = queue.isBusy(i);
    if (queue.release(i, timeNs)) {
      return;
    }
    if (targetsDue[i]) {
      placeTargets(i, timeNs);
    }
    onPrice(i, timeNs);
    if (hasWaited || leavesNoStop(ended.purpose())) {
      keepTrail(stops[i]);
      placeStop(i, timeNs);
    }
  }

  /** The stop that the venue has moved along stands next where it had come to. */
  private void keepTrail(StopState state) {
    if (orders.can(Ability.TRAILING_STOP) && state.plan().trailing().isPresent()) {
      state.replan(state.plan());
    }
  }

  /** A stop that has ended is looked after where it ends; an emergency goes on without one. */
  private static boolean leavesNoStop(OrderPurpose ended) {
    return ended != OrderPurpose.STOP && ended != OrderPurpose.EMERGENCY;
  }

  private static boolean isUntakenMarket(OrderIntent intent, OrderEvent event) {
    return event instanceof OrderEvent.Rejected(_, _, RejectReason reason)
        && mayBeTaken(reason)
        && intent.reduceOnly()
        && intent.terms() instanceof OrderTerms.Market;
  }

  /** Whether the same order may be taken later. */
  private static boolean mayBeTaken(RejectReason reason) {
    return reason == RejectReason.NOT_SENT || reason == RejectReason.MARKET_CLOSED;
  }

  private void onUntaken(OrderIntent intent, long timeNs) {
    int i = intent.instrument();
    if (intent.size() instanceof OrderSize.Position) {
      retries.lost(i, timeNs, Optional.of(intent.purpose()));
      if (!queue.isSingle() && intent.purpose() != OrderPurpose.EMERGENCY) {
        // What closes everything has taken the stop back.
        placeStop(i, timeNs);
      }
    } else if (queue.isSingle() && intent.size() instanceof OrderSize.Base(long qty)) {
      // Its price was reached, and that is so whatever the price is next.
      long reached = trades[i].direction() == Direction.LONG ? 0 : Long.MAX_VALUE;
      watch.add(i, reached, new ExitWish(qty, intent.purpose()));
      retries.lost(i, timeNs, Optional.empty());
    }
  }

  /** On a venue that amends nothing, {@link #onDropped} sends what takes the place. */
  private boolean move(Order standing, OrderTerms terms, long timeNs) {
    if (orders.can(Ability.AMEND)) {
      orders.amend(standing, terms, timeNs);
      return false;
    }
    orders.cancel(standing);
    return true;
  }

  /** Where a stop is that the venue cannot keep, or does not at the moment, in price scale. */
  OptionalLong watchedScaled(int instrument) {
    Optional<StopLevel> level = stops[instrument].level();
    return level.isEmpty() || (orders.can(Ability.STOP) && !queue.isBusy(instrument))
        ? OptionalLong.empty()
        : OptionalLong.of(
            Crossing.amount(
                level.get().price(),
                instruments.get(instrument).priceScale(),
                RoundingMode.HALF_EVEN));
  }

  /** Closes a position at the market, unless that is under way. */
  void closeAtMarket(int instrument, OrderPurpose purpose, long timeNs) {
    if (!portfolio.position(instrument).isFlat() && !isClosing(instrument)) {
      queue.ask(instrument, ExitWish.all(purpose), timeNs);
    }
  }

  /** Closes a position at the market, whatever else is open; the venue may refuse it. */
  void closeNow(int instrument, OrderPurpose purpose, long timeNs) {
    watch.clear(instrument);
    queue.forget(instrument);
    if (!portfolio.position(instrument).isFlat() && !isClosing(instrument)) {
      queue.force(instrument, purpose, timeNs);
    }
  }

  /** What waits and is watched is given up, but for what closes it all for this reason. */
  void giveUp(int instrument, OrderPurpose purpose) {
    watch.clear(instrument);
    queue.forgetOthers(instrument, purpose);
  }

  /** Whether what closes the position waits for another exit to end. */
  boolean isWaiting(int instrument) {
    return queue.isClosing(instrument);
  }

  /** Whether a market order that closes the position is under way, or waits. */
  boolean isClosing(int instrument) {
    if (queue.isClosing(instrument)) {
      return true;
    }
    List<Order> open = orders.open(instrument);
    for (int i = 0; i < open.size(); i++) {
      Order order = open.get(i);
      boolean closes =
          order.intent().size() instanceof OrderSize.Position
              && order.terms() instanceof OrderTerms.Market;
      if (closes && !order.isCancelAsked()) {
        return true;
      }
    }
    return false;
  }

  /** Closes a part of a position, or all of it at a limit; or says why not. */
  Optional<Refusal> reduce(int instrument, Signal.Exit signal) {
    if (portfolio.position(instrument).isFlat() || isClosing(instrument)) {
      return Optional.of(Refusal.NO_POSITION);
    }
    ExitWish wish = ExitWish.all(OrderPurpose.REDUCE);
    if (signal.share() < 1) {
      long qty = steps.share(instrument, signal.share(), signal.timeNs());
      if (qty == 0) {
        return Optional.of(Refusal.SIZE_TOO_SMALL);
      }
      wish = new ExitWish(qty, OrderPurpose.REDUCE);
    }
    if (signal.limit().isEmpty()) {
      queue.ask(instrument, wish, signal.timeNs());
      return Optional.empty();
    }
    double price = signal.limit().getAsDouble();
    if (!(price >= steps.tick(instrument, signal.timeNs()))) {
      return Optional.of(Refusal.BAD_PRICES);
    }
    placeLimit(instrument, wish, price, signal.timeNs());
    return Optional.empty();
  }

  /**
   * The position is flat: what protected it, and what is left of its entry, is taken back. An
   * untouched entry stays, but what would have added goes when the position ended at a loss limit.
   */
  void onFlat(int instrument, ExitReason reason) {
    stops[instrument].close();
    stopLost[instrument] = false;
    retries.clear(instrument);
    queue.forget(instrument);
    watch.close(instrument);
    targetsDue[instrument] = false;
    stopMoves[instrument] = false;
    roiMoves[instrument] = false;
    List<Order> open = orders.open(instrument);
    for (int i = 0; i < open.size(); i++) {
      Order order = open.get(i);
      OrderPurpose purpose = order.intent().purpose();
      boolean stays =
          purpose == OrderPurpose.ENTRY
              || (purpose == OrderPurpose.ADD && ExitReasons.isWished(reason));
      if (!stays || order.filledQtyScaled() > 0) {
        orders.cancel(order);
      }
    }
  }

  /** Why a trade ended whose last fill was of this order. */
  ExitReason reason(Order order) {
    return reasons.of(order);
  }

  private void placeStop(int instrument, long timeNs) {
    boolean trails = orders.can(Ability.TRAILING_STOP);
    Optional<OrderTerms> terms = steps.stop(instrument, stops[instrument], trails, timeNs);
    if (terms.isEmpty()
        || stopMoves[instrument]
        || !orders.can(Ability.STOP)
        || queue.isBusy(instrument)) {
      return;
    }
    Optional<Order> standing = orders.find(instrument, OrderPurpose.STOP);
    if (standing.isEmpty()) {
      orders.reduce(
          instrument,
          trades[instrument].direction().exitSide(),
          ALL,
          terms.get(),
          OrderPurpose.STOP,
          timeNs);
    } else if (!hasBegun(standing.get()) && !terms.get().equals(standing.get().terms())) {
      stopMoves[instrument] = move(standing.get(), terms.get(), timeNs);
    }
  }

  private void placeTargets(int instrument, long timeNs) {
    List<Double> targets = plans[instrument].targets();
    List<TakeProfit> ladder =
        targets.isEmpty() ? stops[instrument].ladder() : List.<TakeProfit>of();
    if (targets.isEmpty() && ladder.isEmpty()) {
      return;
    }
    clearTargets(instrument);
    targetsDue[instrument] = queue.isBusy(instrument);
    if (targetsDue[instrument]) {
      // What is being sold is not known yet.
      return;
    }
    for (int i = 0; i < targets.size(); i++) {
      boolean last = i == targets.size() - 1;
      long qty = last ? ExitWish.ALL : steps.part(instrument, i, targets.size(), timeNs);
      placeTarget(instrument, qty, targets.get(i), timeNs);
    }
    for (int i = 0; i < ladder.size(); i++) {
      long qty = steps.rung(instrument, ladder, i, timeNs);
      placeTarget(instrument, qty, ladder.get(i).price(), timeNs);
    }
  }

  private void clearTargets(int instrument) {
    watch.remove(instrument, OrderPurpose.TARGET);
    List<Order> open = orders.open(instrument);
    for (int i = 0; i < open.size(); i++) {
      Order order = open.get(i);
      if (order.intent().purpose() == OrderPurpose.TARGET && !queue.isSingle()) {
        orders.cancel(order);
      }
    }
  }

  private void placeTarget(int instrument, long qty, double price, long timeNs) {
    if (qty > 0) {
      placeLimit(instrument, new ExitWish(qty, OrderPurpose.TARGET), price, timeNs);
    }
  }

  private void followRoi(int instrument, long timeNs) {
    OptionalDouble asked = stops[instrument].roiPrice(timeNs);
    boolean moves = roiMoves[instrument];
    if (moves || asked.isEmpty() || asked.getAsDouble() < steps.tick(instrument, timeNs)) {
      // A short cannot earn more than all.
      return;
    }
    double price = asked.getAsDouble();
    watch.remove(instrument, OrderPurpose.ROI);
    Optional<Order> standing =
        queue.isSingle() ? Optional.empty() : orders.find(instrument, OrderPurpose.ROI);
    if (standing.isEmpty()) {
      placeLimit(instrument, ExitWish.all(OrderPurpose.ROI), price, timeNs);
      return;
    }
    OrderTerms terms = new OrderTerms.Limit(steps.price(instrument, price, timeNs), false);
    if (!terms.equals(standing.get().terms())) {
      roiMoves[instrument] = move(standing.get(), terms, timeNs);
    }
  }

  /** At the venue, or here where the venue would take no other exit then. */
  private void placeLimit(int instrument, ExitWish wish, double price, long timeNs) {
    long priceScaled = steps.price(instrument, price, timeNs);
    if (!queue.isSingle()) {
      orders.reduce(
          instrument,
          trades[instrument].direction().exitSide(),
          wish.isAll() ? ALL : new OrderSize.Base(wish.qtyScaled()),
          new OrderTerms.Limit(priceScaled, false),
          wish.purpose(),
          timeNs);
    } else if (watch.add(instrument, priceScaled, wish)) {
      orders.emulate(Ability.SEVERAL_EXITS, instrument, timeNs);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("exit-desk", 5);
    for (StopState state : stops) {
      state.save(out);
    }
    retries.save(out);
    queue.save(out);
    watch.save(out);
    for (int i = 0; i < stops.length; i++) {
      out.writeBoolean(stopLost[i])
          .writeBoolean(stopMoves[i])
          .writeBoolean(roiMoves[i])
          .writeBoolean(targetsDue[i]);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("exit-desk", 5);
    for (StopState state : stops) {
      state.load(in);
    }
    retries.load(in);
    queue.load(in);
    watch.load(in);
    for (int i = 0; i < stops.length; i++) {
      stopLost[i] = in.readBoolean();
      stopMoves[i] = in.readBoolean();
      roiMoves[i] = in.readBoolean();
      targetsDue[i] = in.readBoolean();
    }
  }
}
