package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.ledger.Position;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
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
import io.tradewind.core.stop.StopRule;
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
import org.jspecify.annotations.Nullable;

/** Keeps the orders that close a position: its stop, its targets, its return by age, its age. */
final class ExitDesk implements Stateful {
  private static final double MILLION = 1e6;
  private static final OrderTerms MARKET = new OrderTerms.Market();
  private static final OrderSize ALL = new OrderSize.Position();

  private final List<Instrument> instruments;
  private final Portfolio portfolio;
  private final OrderDesk orders;
  private final OpenTrade[] trades;
  private final EntryPlan[] plans;

  private final StopState[] stops;
  private final IntToDoubleFunction atr;

  /** Positions whose stop the venue has dropped; it is placed again at the next close. */
  private final boolean[] stopLost;

  private final ExitRetries retries;

  /** Positions whose stop or return by age is taken back, for another to take its place. */
  private final boolean[] stopMoves;

  private final boolean[] roiMoves;

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
    this.stopLost = new boolean[instruments.size()];
    this.retries = new ExitRetries(instruments.size());
    this.stopMoves = new boolean[instruments.size()];
    this.roiMoves = new boolean[instruments.size()];
    this.stops = instruments.stream().map(each -> new StopState()).toArray(StopState[]::new);
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
    state.level().ifPresent(level -> bookRisk(instrument, level.price()));
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
    if (state.isOld(timeNs)) {
      closeAtMarket(instrument, OrderPurpose.TIME_EXIT, timeNs);
    }
  }

  /**
   * What the venue has missed is closed, a stop that is lost is placed again; whether it closes.
   */
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
    return retries.nextNs();
  }

  /** Exits that the venue did not take are asked for again. */
  void onTimer(long timeNs) {
    for (int i = 0; i < stops.length && retries.nextNs() <= timeNs; i++) {
      if (retries.take(i, timeNs) && trades[i].isOpen() && !isClosing(i)) {
        Optional<OrderPurpose> close = retries.takeClose(i);
        if (close.isPresent()) {
          closeAtMarket(i, close.get(), timeNs);
        } else {
          restore(i, timeNs);
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
    if (isUnsentClose(intent, event) && !wasCancelled) {
      retries.lost(i, timeNs, Optional.of(intent.purpose()));
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
  }

  private static boolean isUnsentClose(OrderIntent intent, OrderEvent event) {
    return event instanceof OrderEvent.Rejected(_, _, RejectReason reason)
        && reason == RejectReason.NOT_SENT
        && intent.size() instanceof OrderSize.Position
        && intent.terms() instanceof OrderTerms.Market;
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

  /** Where a stop is that the venue cannot keep, in price scale. */
  OptionalLong watchedScaled(int instrument) {
    Optional<StopLevel> level = stops[instrument].level();
    return orders.can(Ability.STOP) || level.isEmpty()
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
      orders.reduce(
          instrument, trades[instrument].direction().exitSide(), ALL, MARKET, purpose, timeNs);
    }
  }

  /** Whether a market order that closes the position is under way. */
  boolean isClosing(int instrument) {
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
    Position position = portfolio.position(instrument);
    if (position.isFlat() || isClosing(instrument)) {
      return Optional.of(Refusal.NO_POSITION);
    }
    OrderSize size = ALL;
    if (signal.share() < 1) {
      Instrument i = instruments.get(instrument);
      TradingRules now = i.rulesAt(signal.timeNs());
      double held = Crossing.toDouble(Math.abs(position.qtyScaled()), i.qtyScale());
      long qty = Crossing.qty(signal.share() * held, i.qtyScale(), now.lotScaled());
      if (qty < Math.max(now.lotScaled(), now.minQtyScaled())) {
        return Optional.of(Refusal.SIZE_TOO_SMALL);
      }
      size = new OrderSize.Base(qty);
    }
    Direction direction = trades[instrument].direction();
    OrderTerms terms = MARKET;
    if (signal.limit().isPresent()) {
      double price = signal.limit().getAsDouble();
      if (!(price >= tick(instrument, signal.timeNs()))) {
        return Optional.of(Refusal.BAD_PRICES);
      }
      terms = new OrderTerms.Limit(exitPrice(instrument, direction, price, signal.timeNs()), false);
    }
    orders.reduce(
        instrument, direction.exitSide(), size, terms, OrderPurpose.REDUCE, signal.timeNs());
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
    stopMoves[instrument] = false;
    roiMoves[instrument] = false;
    List<Order> open = orders.open(instrument);
    for (int i = 0; i < open.size(); i++) {
      Order order = open.get(i);
      OrderPurpose purpose = order.intent().purpose();
      boolean stays =
          purpose == OrderPurpose.ENTRY || (purpose == OrderPurpose.ADD && isWished(reason));
      if (!stays || order.filledQtyScaled() > 0) {
        orders.cancel(order);
      }
    }
  }

  private static boolean isWished(ExitReason reason) {
    return switch (reason) {
      case SIGNAL, TARGET, ROI -> true;
      case STOP, TRAILING_STOP, TIME, RELEASE, BREAKER, EMERGENCY, LIQUIDATION, OUTSIDE, END ->
          false;
    };
  }

  /** Why a trade ended whose last fill was of this order. */
  ExitReason reason(Order order) {
    return order.intent().purpose() == OrderPurpose.STOP && hasTrailed(order)
        ? ExitReason.TRAILING_STOP
        : reason(order.intent().purpose());
  }

  /** Why a trade ended whose last fill was of an order for this. */
  static ExitReason reason(OrderPurpose purpose) {
    return switch (purpose) {
      case STOP -> ExitReason.STOP;
      case TARGET -> ExitReason.TARGET;
      case ROI -> ExitReason.ROI;
      case TIME_EXIT -> ExitReason.TIME;
      case BREAKER -> ExitReason.BREAKER;
      case EMERGENCY -> ExitReason.EMERGENCY;
      case END -> ExitReason.END;
      case RELEASE -> ExitReason.RELEASE;
      case SIGNAL_EXIT, REDUCE, ENTRY, ADD, HEDGE -> ExitReason.SIGNAL;
    };
  }

  private boolean hasTrailed(Order order) {
    int instrument = order.intent().instrument();
    if (stops[instrument].hasMoved()) {
      return true;
    }
    Optional<StopLevel> first = stops[instrument].order();
    return order.intent().terms() instanceof OrderTerms.TrailingStop
        && (first.isEmpty()
            || first.get().setBy() instanceof StopRule.TrailingPercent
            || order.triggerLevelScaled()
                != exitPrice(
                    instrument,
                    trades[instrument].direction(),
                    first.get().price(),
                    trades[instrument].entryTimeNs()));
  }

  private void bookRisk(int instrument, double stop) {
    OpenTrade trade = trades[instrument];
    double qty = Crossing.toDouble(trade.entryQtyScaled(), instruments.get(instrument).qtyScale());
    double risk = trade.direction().sign() * (trade.entryPrice() - stop) * qty;
    trade.riskScaled(
        Math.max(
            0,
            Crossing.amount(
                risk, instruments.get(instrument).cashScale(), RoundingMode.HALF_EVEN)));
  }

  private void placeStop(int instrument, long timeNs) {
    Optional<OrderTerms> terms = stopTerms(instrument, timeNs);
    if (terms.isEmpty() || stopMoves[instrument] || !orders.can(Ability.STOP)) {
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

  private Optional<OrderTerms> stopTerms(int instrument, long timeNs) {
    StopState state = stops[instrument];
    Direction direction = trades[instrument].direction();
    boolean trails = orders.can(Ability.TRAILING_STOP);
    Optional<StopLevel> level = trails ? state.order() : state.level();
    OptionalLong standing =
        level.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(exitPrice(instrument, direction, level.get().price(), timeNs));
    Optional<StopRule.TrailingPercent> trailing =
        trails ? state.plan().trailing() : Optional.empty();
    if (trailing.isEmpty()) {
      return standing.isEmpty()
          ? Optional.empty()
          : Optional.of(new OrderTerms.Stop(standing.getAsLong()));
    }
    double entry = trades[instrument].entryPrice();
    double activation =
        Math.max(
            tick(instrument, timeNs), entry * (1 + direction.sign() * trailing.get().offset()));
    return Optional.of(
        new OrderTerms.TrailingStop(
            standing,
            Crossing.ppm(trailing.get().distance()),
            exitPrice(instrument, direction, activation, timeNs)));
  }

  private void placeTargets(int instrument, long timeNs) {
    List<Double> targets = plans[instrument].targets();
    List<TakeProfit> ladder =
        targets.isEmpty() ? stops[instrument].ladder() : List.<TakeProfit>of();
    if (targets.isEmpty() && ladder.isEmpty()) {
      return;
    }
    List<Order> open = orders.open(instrument);
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).intent().purpose() == OrderPurpose.TARGET) {
        orders.cancel(open.get(i));
      }
    }
    for (int i = 0; i < targets.size(); i++) {
      boolean last = i == targets.size() - 1;
      placeTarget(
          instrument,
          last ? ALL : base(part(instrument, i, targets.size(), timeNs)),
          targets.get(i),
          timeNs);
    }
    for (int i = 0; i < ladder.size(); i++) {
      placeTarget(
          instrument, base(rung(instrument, ladder, i, timeNs)), ladder.get(i).price(), timeNs);
    }
  }

  private static @Nullable OrderSize base(long qty) {
    return qty > 0 ? new OrderSize.Base(qty) : null;
  }

  private void placeTarget(int instrument, @Nullable OrderSize size, double price, long timeNs) {
    if (size != null) {
      placeLimit(instrument, size, price, OrderPurpose.TARGET, timeNs);
    }
  }

  /** What a step of the ladder still has to take; nothing under the venue's minimum. */
  private long rung(int instrument, List<TakeProfit> ladder, int index, long timeNs) {
    TradingRules now = instruments.get(instrument).rulesAt(timeNs);
    long part =
        TakeProfit.partScaled(
            ladder,
            index,
            Math.abs(portfolio.position(instrument).qtyScaled()),
            trades[instrument].exitQtyScaled(),
            now.lotScaled());
    return part < now.minQtyScaled() ? 0 : part;
  }

  /**
   * What a target still has to take, so that each takes an equal part of all that was bought, also
   * where some of it is bought after the first targets have been reached.
   */
  private long part(int instrument, int index, int parts, long timeNs) {
    TradingRules now = instruments.get(instrument).rulesAt(timeNs);
    long held = Math.abs(portfolio.position(instrument).qtyScaled());
    long closed = trades[instrument].exitQtyScaled();
    long whole = FixedPoint.toStep((held + closed) / parts, now.lotScaled(), RoundingMode.DOWN);
    long part = Math.clamp((index + 1) * whole - closed, 0, whole);
    long onLot = FixedPoint.toStep(part, now.lotScaled(), RoundingMode.DOWN);
    return onLot < now.minQtyScaled() ? 0 : onLot;
  }

  private void followRoi(int instrument, long timeNs) {
    OptionalDouble asked = stops[instrument].roiPrice(timeNs);
    Direction direction = trades[instrument].direction();
    boolean moves = roiMoves[instrument];
    if (moves || asked.isEmpty() || asked.getAsDouble() < tick(instrument, timeNs)) {
      // A short cannot earn more than all.
      return;
    }
    double price = asked.getAsDouble();
    Optional<Order> standing = orders.find(instrument, OrderPurpose.ROI);
    if (standing.isEmpty()) {
      placeLimit(instrument, ALL, price, OrderPurpose.ROI, timeNs);
      return;
    }
    OrderTerms terms = new OrderTerms.Limit(exitPrice(instrument, direction, price, timeNs), false);
    if (!terms.equals(standing.get().terms())) {
      roiMoves[instrument] = move(standing.get(), terms, timeNs);
    }
  }

  private void placeLimit(
      int instrument, OrderSize size, double price, OrderPurpose purpose, long timeNs) {
    Direction direction = trades[instrument].direction();
    orders.reduce(
        instrument,
        direction.exitSide(),
        size,
        new OrderTerms.Limit(exitPrice(instrument, direction, price, timeNs), false),
        purpose,
        timeNs);
  }

  private double tick(int instrument, long timeNs) {
    Instrument i = instruments.get(instrument);
    return Crossing.toDouble(i.rulesAt(timeNs).tickScaled(), i.priceScale());
  }

  /** On the tick, to the safe side: a long sells no lower, a short buys no higher. */
  private long exitPrice(int instrument, Direction direction, double price, long timeNs) {
    Instrument i = instruments.get(instrument);
    long tick = i.rulesAt(timeNs).tickScaled();
    return direction == Direction.LONG
        ? Crossing.sellPrice(price, i.priceScale(), tick)
        : Crossing.buyPrice(price, i.priceScale(), tick);
  }

  @Override
  public void save(StateWriter out) {
    out.section("exit-desk", 4);
    for (StopState state : stops) {
      state.save(out);
    }
    retries.save(out);
    for (int i = 0; i < stops.length; i++) {
      out.writeBoolean(stopLost[i]).writeBoolean(stopMoves[i]).writeBoolean(roiMoves[i]);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("exit-desk", 4);
    for (StopState state : stops) {
      state.load(in);
    }
    retries.load(in);
    for (int i = 0; i < stops.length; i++) {
      stopLost[i] = in.readBoolean();
      stopMoves[i] = in.readBoolean();
      roiMoves[i] = in.readBoolean();
    }
  }
}
