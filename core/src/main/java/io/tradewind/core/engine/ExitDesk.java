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
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import io.tradewind.core.trade.ExitRules;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Keeps the orders that close a position: its stop, its targets, its return by age, its age. */
final class ExitDesk implements Stateful {
  private static final OrderTerms MARKET = new OrderTerms.Market();
  private static final OrderSize ALL = new OrderSize.Position();

  private final List<Instrument> instruments;
  private final ExitRules ownRules;
  private final Portfolio portfolio;
  private final OrderDesk orders;
  private final OpenTrade[] trades;
  private final EntryPlan[] plans;

  /** Positions whose stop the venue has dropped; it is placed again at the next close. */
  private final boolean[] stopLost;

  ExitDesk(
      List<Instrument> instruments,
      ExitRules rules,
      Portfolio portfolio,
      OrderDesk orders,
      OpenTrade[] trades,
      EntryPlan[] plans) {
    this.instruments = instruments;
    this.ownRules = rules;
    this.portfolio = portfolio;
    this.orders = orders;
    this.trades = trades;
    this.plans = plans;
    this.stopLost = new boolean[instruments.size()];
  }

  /** An entry was filled, maybe in part: everything that protects it is put in place. */
  void onEntryFill(int instrument, long timeNs) {
    OptionalDouble stop = firstStop(instrument);
    stop.ifPresent(price -> bookRisk(instrument, price));
    placeStop(instrument, timeNs);
    placeTargets(instrument, timeNs);
    followRoi(instrument, timeNs);
  }

  /** Time has passed: the return that is asked for, and the age, may have come. */
  void onTime(int instrument, long timeNs) {
    if (stopLost[instrument]) {
      stopLost[instrument] = false;
      if (!portfolio.position(instrument).isFlat() && !isClosing(instrument)) {
        placeStop(instrument, timeNs);
      }
    }
    ExitRules rules = rules(instrument);
    if (!rules.roi().isEmpty()) {
      followRoi(instrument, timeNs);
    }
    if (rules.maxHoldNs().isPresent()
        && timeNs - trades[instrument].entryTimeNs() >= rules.maxHoldNs().getAsLong()) {
      closeAtMarket(instrument, OrderPurpose.TIME_EXIT, timeNs);
    }
  }

  /** The rules of the position: its own where its signal named any. */
  private ExitRules rules(int instrument) {
    return plans[instrument].exits().orElse(ownRules);
  }

  /** An order ended without a fill: a stop that was not meant to is to be placed again. */
  void onDropped(OrderIntent intent, boolean wasCancelled) {
    if (intent.purpose() == OrderPurpose.STOP
        && !wasCancelled
        && !portfolio.position(intent.instrument()).isFlat()) {
      stopLost[intent.instrument()] = true;
    }
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
    return orders.has(instrument, OrderPurpose.SIGNAL_EXIT)
        || orders.has(instrument, OrderPurpose.TIME_EXIT)
        || orders.has(instrument, OrderPurpose.BREAKER)
        || orders.has(instrument, OrderPurpose.EMERGENCY)
        || orders.has(instrument, OrderPurpose.END);
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
      case STOP, TRAILING_STOP, TIME, BREAKER, EMERGENCY, LIQUIDATION, END -> false;
    };
  }

  /** Why a trade ended whose last fill was of this order. */
  ExitReason reason(Order order) {
    return switch (order.intent().purpose()) {
      case STOP -> hasTrailed(order) ? ExitReason.TRAILING_STOP : ExitReason.STOP;
      case TARGET -> ExitReason.TARGET;
      case ROI -> ExitReason.ROI;
      case TIME_EXIT -> ExitReason.TIME;
      case BREAKER -> ExitReason.BREAKER;
      case EMERGENCY -> ExitReason.EMERGENCY;
      case END -> ExitReason.END;
      case SIGNAL_EXIT, REDUCE, ENTRY, ADD -> ExitReason.SIGNAL;
    };
  }

  private boolean hasTrailed(Order order) {
    int instrument = order.intent().instrument();
    if (!(order.intent().terms() instanceof OrderTerms.TrailingStop)) {
      return false;
    }
    Direction direction = trades[instrument].direction();
    OptionalDouble fixed =
        StopPrices.fixed(
            direction,
            trades[instrument].entryPrice(),
            plans[instrument].stop(),
            rules(instrument));
    return fixed.isEmpty()
        || order.triggerLevelScaled()
            != exitPrice(
                instrument, direction, fixed.getAsDouble(), trades[instrument].entryTimeNs());
  }

  private OptionalDouble firstStop(int instrument) {
    return StopPrices.first(
        trades[instrument].direction(),
        trades[instrument].entryPrice(),
        plans[instrument].stop(),
        rules(instrument));
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
    if (terms.isEmpty()) {
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
    } else if (!terms.get().equals(standing.get().terms())) {
      orders.amend(standing.get(), terms.get(), timeNs);
    }
  }

  private Optional<OrderTerms> stopTerms(int instrument, long timeNs) {
    Direction direction = trades[instrument].direction();
    double entry = trades[instrument].entryPrice();
    OptionalDouble first = firstStop(instrument);
    OptionalLong standing =
        first.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(exitPrice(instrument, direction, first.getAsDouble(), timeNs));
    ExitRules rules = rules(instrument);
    if (rules.trailing().isEmpty()) {
      return standing.isEmpty()
          ? Optional.empty()
          : Optional.of(new OrderTerms.Stop(standing.getAsLong()));
    }
    double activation =
        Math.max(
            tick(instrument, timeNs),
            entry * (1 + direction.sign() * rules.trailingOffset().orElse(0)));
    return Optional.of(
        new OrderTerms.TrailingStop(
            standing,
            Crossing.ppm(rules.trailing().getAsDouble()),
            exitPrice(instrument, direction, activation, timeNs)));
  }

  private void placeTargets(int instrument, long timeNs) {
    List<Double> targets = plans[instrument].targets();
    if (targets.isEmpty()) {
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
      long part = part(instrument, i, targets.size(), timeNs);
      if (last || part > 0) {
        placeLimit(
            instrument,
            last ? ALL : new OrderSize.Base(part),
            targets.get(i),
            OrderPurpose.TARGET,
            timeNs);
      }
    }
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
    OptionalDouble ratio = roi(rules(instrument), timeNs - trades[instrument].entryTimeNs());
    Direction direction = trades[instrument].direction();
    double price = trades[instrument].entryPrice() * (1 + direction.sign() * ratio.orElse(-1));
    if (ratio.isEmpty() || price < tick(instrument, timeNs)) {
      // A short cannot earn more than all.
      return;
    }
    Optional<Order> standing = orders.find(instrument, OrderPurpose.ROI);
    if (standing.isEmpty()) {
      placeLimit(instrument, ALL, price, OrderPurpose.ROI, timeNs);
      return;
    }
    OrderTerms terms = new OrderTerms.Limit(exitPrice(instrument, direction, price, timeNs), false);
    if (!terms.equals(standing.get().terms())) {
      orders.amend(standing.get(), terms, timeNs);
    }
  }

  private static OptionalDouble roi(ExitRules rules, long ageNs) {
    OptionalDouble ratio = OptionalDouble.empty();
    for (ExitRules.RoiStep step : rules.roi()) {
      if (step.ageNs() <= ageNs) {
        ratio = OptionalDouble.of(step.ratio());
      }
    }
    return ratio;
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
    out.section("exit-desk", 1);
    for (boolean lost : stopLost) {
      out.writeBoolean(lost);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("exit-desk", 1);
    for (int i = 0; i < stopLost.length; i++) {
      stopLost[i] = in.readBoolean();
    }
  }
}
