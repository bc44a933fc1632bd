package io.tradewind.core.engine;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.ledger.Position;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.Surroundings;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.Stance;
import io.tradewind.core.risk.limit.Wanted;
import io.tradewind.core.risk.sizing.EntryFloors;
import io.tradewind.core.risk.sizing.Evidence;
import io.tradewind.core.risk.sizing.FloorDecision;
import io.tradewind.core.risk.sizing.LeverageDecision;
import io.tradewind.core.risk.sizing.LeveragePolicy;
import io.tradewind.core.risk.sizing.LeverageRule;
import io.tradewind.core.risk.sizing.LiquidationDistance;
import io.tradewind.core.risk.sizing.SizeRule;
import io.tradewind.core.risk.sizing.Sizer;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.stop.StopLevel;
import io.tradewind.core.stop.StopPlan;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/** Turns an entry signal into an order: checks it, gives it a size, and sends it to the gate. */
final class EntryDesk {
  private static final long LARGEST = Long.MAX_VALUE / 4;
  private static final double MILLION = 1e6;
  private static final int NONE = -1;

  private final List<Instrument> instruments;
  private final BookSpec spec;
  private final int book;
  private final RiskDesk risk;
  private final SizingDesk sizing;
  private final AllocationDesk allocation;
  private final IntToDoubleFunction atr;
  private final Portfolio portfolio;
  private final OrderDesk orders;
  private final ExitDesk exits;
  private final EntryPlan[] plans;
  private final AuditTrail audit;

  /** The latest ATR of an instrument is asked for by its place; NaN where there is none. */
  EntryDesk(
      EngineSpec engine,
      int book,
      RiskDesk risk,
      SizingDesk sizing,
      AllocationDesk allocation,
      IntToDoubleFunction atr,
      OrderDesk orders,
      ExitDesk exits,
      EntryPlan[] plans,
      AuditTrail audit) {
    this.instruments = engine.instruments();
    this.spec = engine.books().get(book);
    this.book = book;
    this.risk = risk;
    this.sizing = sizing;
    this.allocation = allocation;
    this.atr = atr;
    this.portfolio = risk.books().of(book);
    this.orders = orders;
    this.exits = exits;
    this.plans = plans;
    this.audit = audit;
  }

  /** Follows the signal, or says why not. */
  Optional<Refused> enter(int instrument, Signal.Enter signal) {
    Optional<Refusal> refusal = check(instrument, signal);
    if (refusal.isPresent()) {
      return refusal.map(Refused::of);
    }
    boolean joins = signal.adds() && !isOther(instrument, signal);
    if (!joins) {
      clearTheWay(instrument, signal);
    }
    long equity = allocation.allottedScaled(book);
    if (equity <= 0) {
      return Optional.of(Refused.of(Refusal.NO_EQUITY));
    }
    double price = price(instrument, signal);
    Surroundings around =
        risk.around(
            book,
            instrument,
            signal.direction(),
            stopDistance(instrument, signal, price),
            !joins,
            signal.timeNs());
    Sizer.Situation now = situation(instrument, signal, equity, around.stopDistance(), joins);
    return switch (leverage(instrument, signal, now)) {
      case LeverageDecision.Hold hold ->
          enter(instrument, signal, around, now, hold.leverage(), joins);
      case LeverageDecision.Refuse refuse ->
          Optional.of(new Refused(Refusal.LIQUIDATION_TOO_NEAR, refuse.detail()));
    };
  }

  private Optional<Refused> enter(
      int instrument,
      Signal.Enter signal,
      Surroundings around,
      Sizer.Situation now,
      int leverage,
      boolean joins) {
    double price = now.price();
    Sizer.Size size = size(instrument, signal, now, around, leverage);
    if (isTooSmall(instrument, signal, size.budget())) {
      return Optional.of(tooSmall(instrument, signal, now, size, leverage));
    }
    if (isTooLarge(instrument, size.budget() / price)) {
      return Optional.of(Refused.of(Refusal.SIZE_TOO_LARGE));
    }
    Optional<Refused> floor = floor(instrument, signal, price, size.budget());
    if (floor.isPresent()) {
      return floor;
    }
    int cashScale = instruments.get(instrument).cashScale();
    long budget = Crossing.amount(size.budget(), cashScale, RoundingMode.FLOOR);
    audit.write(
        new AuditRecord.EntrySized(
            audit.next(), signal.timeNs(), instrument, budget, size.boundBy()));
    OrderDraft draft = draft(instrument, signal, orderSize(instrument, signal, size, budget));
    hold(instrument, leverage);
    return send(draft, signal, around, budget, joins);
  }

  /**
   * The leverage that the position will be held at. While there is one, only that of now: it cannot
   * be lowered, and what was reckoned safe for less is not for more.
   */
  private LeverageDecision leverage(int instrument, Signal.Enter signal, Sizer.Situation now) {
    Instrument i = instruments.get(instrument);
    if (i.id().market() == Market.SPOT) {
      return new LeverageDecision.Hold(1, LeverageRule.SIGNAL);
    }
    double wish = Sizer.wanted(signal.size(), now, signal.leverage()).budget();
    MarginTier tier = i.margin().tier(Crossing.amount(wish, i.cashScale(), RoundingMode.CEILING));
    double stopDistance = now.stopDistance();
    LeverageDecision decision =
        risk.settings().leverage().isPresent()
            ? risk.settings()
                .leverage()
                .get()
                .decide(
                    new LeveragePolicy.Situation(
                        signal.leverage(),
                        signal.confidence(),
                        risk.market().volatility(instrument),
                        tier.maxLeverage(),
                        stopDistance < 1
                            ? OptionalDouble.of(stopDistance)
                            : OptionalDouble.empty()),
                    LiquidationDistance.isolated(
                        signal.direction(), tier.maintenancePpm() / MILLION))
            : new LeverageDecision.Hold(
                (int) Math.min(signal.leverage(), tier.maxLeverage()), LeverageRule.SIGNAL);
    int standing = portfolio.leverage(instrument);
    if (decision instanceof LeverageDecision.Hold hold
        && !portfolio.position(instrument).isFlat()) {
      return standing <= hold.leverage()
          ? new LeverageDecision.Hold(standing, hold.boundBy())
          : new LeverageDecision.Refuse(
              hold.boundBy(),
              "the position is held at leverage "
                  + standing
                  + ", and this entry may be at "
                  + hold.leverage()
                  + "; leverage is not lowered while there is a position");
    }
    return decision;
  }

  /** Asks for the leverage before the order that needs it, if it is another one. */
  private void hold(int instrument, int leverage) {
    boolean contracts = instruments.get(instrument).id().market() == Market.PERP;
    boolean flat = portfolio.position(instrument).isFlat();
    boolean same =
        portfolio.mode(instrument) == spec.margin() && portfolio.leverage(instrument) == leverage;
    if (contracts && flat && !same) {
      orders.setMargin(instrument, spec.margin(), leverage);
    }
  }

  private Sizer.Size size(
      int instrument, Signal.Enter signal, Sizer.Situation now, Surroundings around, int leverage) {
    Evidence evidence =
        sizing.evidence(book, instrument, signal, atr.applyAsDouble(instrument), around.held());
    double wish = Sizer.wanted(signal.size(), now, leverage).budget();
    if (!(wish > 0) || !(now.stopDistance() > 0)) {
      return new Sizer.Size(0, SizeRule.SIGNAL);
    }
    Wanted wanted = new Wanted(book, instrument, signal.direction(), wish, now.stopDistance());
    double costs = takerFee(instrument, signal.timeNs());
    List<Sizer.Cap> caps = sizing.caps(around.held(), wanted);
    if (leverage > 1) {
      caps.add(new Sizer.Cap(lentAt(instrument, leverage), SizeRule.VENUE_TIER));
    }
    return Sizer.size(
        new Sizer.Request(signal.size(), now, evidence, leverage, costs, caps),
        risk.settings().sizing());
  }

  /** The largest position that the venue lets at this leverage. */
  private double lentAt(int instrument, int leverage) {
    Instrument i = instruments.get(instrument);
    double most = 0;
    for (MarginTier tier : i.margin().tiers()) {
      most = tier.maxLeverage() >= leverage ? tier.capScaled() : most;
    }
    return most / FixedPoint.pow10(i.cashScale());
  }

  private double takerFee(int instrument, long timeNs) {
    return instruments.get(instrument).rulesAt(timeNs).takerFeePpm() / MILLION;
  }

  private Optional<Refused> floor(
      int instrument, Signal.Enter signal, double price, double notional) {
    EntryFloors floors = risk.settings().floors();
    if (floors.equals(EntryFloors.NONE)) {
      return Optional.empty();
    }
    EntryFloors.Entry entry =
        new EntryFloors.Entry(
            price,
            notional,
            firstStop(instrument, signal, price),
            EntryPlan.nearestFirst(signal),
            2 * takerFee(instrument, signal.timeNs()),
            signal.confidence());
    return switch (floors.judge(entry)) {
      case FloorDecision.Pass _ -> Optional.empty();
      case FloorDecision.Below below -> Optional.of(new Refused(Refusal.FLOOR, below.detail()));
    };
  }

  private Optional<Refused> send(
      OrderDraft draft, Signal.Enter signal, Surroundings around, long budget, boolean joins) {
    Optional<Refusal> refusal = orders.enter(draft, around, budget, signal.timeNs());
    if (refusal.isPresent()) {
      return Optional.of(new Refused(refusal.get(), detail(refusal.get(), around)));
    }
    EntryPlan plan = plans[draft.instrument()];
    if (joins && !portfolio.position(draft.instrument()).isFlat()) {
      plan.join(signal, spec.exits());
    } else {
      plan.set(signal, spec.exits());
    }
    return Optional.empty();
  }

  /** What holds, and until when. */
  private static String detail(Refusal refusal, Surroundings around) {
    if (refusal == Refusal.LOCKED && around.lock().isPresent()) {
      Lock lock = around.lock().get();
      return lock.reason().text() + ", until " + Utc.format(lock.untilNs());
    }
    return switch (around.stance()) {
      case Stance.Open _ -> refusal.text();
      case Stance.NoEntries no ->
          no.reason().text()
              + ", until "
              + (no.untilNs().isPresent()
                  ? Utc.format(no.untilNs().getAsLong())
                  : "somebody resumes");
      case Stance.CloseAll close -> close.reason().text() + ", until somebody resumes";
    };
  }

  /** What stood before ends, whatever becomes of the new entry. */
  private void clearTheWay(int instrument, Signal.Enter signal) {
    orders.withdraw(instrument);
    if (!portfolio.position(instrument).isFlat()) {
      exits.closeAtMarket(instrument, OrderPurpose.SIGNAL_EXIT, signal.timeNs());
    }
  }

  /** Whether there is a position in the other direction, or one that is being closed. */
  private boolean isOther(int instrument, Signal.Enter signal) {
    Position position = portfolio.position(instrument);
    return !position.isFlat()
        && (exits.isClosing(instrument)
            || position.isLong() != (signal.direction() == Direction.LONG));
  }

  private Optional<Refusal> check(int instrument, Signal.Enter signal) {
    boolean isLong = signal.direction() == Direction.LONG;
    if (!isLong && instruments.get(instrument).id().market() == Market.SPOT) {
      return Optional.of(Refusal.SHORT_NOT_POSSIBLE);
    }
    if (signal.leverage() > 1 && instruments.get(instrument).id().market() == Market.SPOT) {
      return Optional.of(Refusal.LEVERAGE_NOT_POSSIBLE);
    }
    boolean joins = !portfolio.position(instrument).isFlat() && !isOther(instrument, signal);
    if (joins && !signal.adds()) {
      return Optional.of(Refusal.ALREADY_IN_POSITION);
    }
    return hasSensiblePrices(instrument, signal)
        ? Optional.empty()
        : Optional.of(Refusal.BAD_PRICES);
  }

  private boolean hasSensiblePrices(int instrument, Signal.Enter signal) {
    double price = price(instrument, signal);
    int sign = signal.direction().sign();
    return isOrderable(instrument, signal.timeNs(), price)
        && (signal.stop().isEmpty()
            || isBeyond(instrument, signal, signal.stop().getAsDouble(), -sign * price))
        && areBeyond(instrument, signal, sign * price);
  }

  private boolean areBeyond(int instrument, Signal.Enter signal, double signed) {
    List<Double> targets = signal.targets();
    for (int i = 0; i < targets.size(); i++) {
      if (!isBeyond(instrument, signal, targets.get(i), signed)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a price can be ordered at and lies above another, or below it where that is signed. */
  private boolean isBeyond(int instrument, Signal.Enter signal, double price, double signed) {
    return isOrderable(instrument, signal.timeNs(), price) && Math.signum(signed) * price > signed;
  }

  /** At least a tick, and no more than a scaled number holds with room for every sum. */
  private boolean isOrderable(int instrument, long timeNs, double price) {
    Instrument i = instruments.get(instrument);
    double tick = Crossing.toDouble(i.rulesAt(timeNs).tickScaled(), i.priceScale());
    return price >= tick && price < Crossing.toDouble(LARGEST, i.priceScale());
  }

  private Sizer.Situation situation(
      int instrument, Signal.Enter signal, long equity, double stopDistance, boolean joins) {
    Instrument i = instruments.get(instrument);
    long free =
        joins ? portfolio.freeCashScaled(instrument) : portfolio.freeCashWithoutScaled(instrument);
    long pending = risk.pendingScaled(book, joins ? NONE : instrument);
    return new Sizer.Situation(
        Crossing.toDouble(equity, i.cashScale()),
        Crossing.toDouble(free - pending, i.cashScale()),
        instruments.size(),
        price(instrument, signal),
        stopDistance);
  }

  /** Too small now, or too small to be sold at the stop. */
  private boolean isTooSmall(int instrument, Signal.Enter signal, double budget) {
    Instrument i = instruments.get(instrument);
    TradingRules rules = i.rulesAt(signal.timeNs());
    double price = price(instrument, signal);
    double qty = budget / price;
    double least =
        Crossing.toDouble(Math.max(rules.lotScaled(), rules.minQtyScaled()), i.qtyScale());
    double distance = stopDistance(instrument, signal, price);
    double worst = budget * (1 - (distance < 1 ? distance : 0));
    return qty < least
        || worst < Crossing.toDouble(rules.minNotionalScaled(), i.cashScale())
        || budget <= 0;
  }

  /** Says what made it too small: its own wish, what others hold, or a limit. */
  private Refused tooSmall(
      int instrument, Signal.Enter signal, Sizer.Situation now, Sizer.Size size, int leverage) {
    double wanted = Sizer.wanted(signal.size(), now, leverage).budget();
    if (isTooSmall(instrument, signal, wanted)) {
      return Refused.of(Refusal.SIZE_TOO_SMALL);
    }
    if (isTooSmall(instrument, signal, Math.min(wanted, now.free() * leverage))) {
      return new Refused(
          Refusal.NO_FREE_CASH,
          Refusal.NO_FREE_CASH.text()
              + (": " + money(instrument, Math.max(0, now.free())))
              + (" of " + money(instrument, wanted))
              + (" " + instruments.get(instrument).id().quote() + " needed")
              + whatHoldsIt(instrument));
    }
    return new Refused(
        Refusal.SIZE_TOO_SMALL,
        Refusal.SIZE_TOO_SMALL.text() + ", cut down by " + size.boundBy().text());
  }

  private String money(int instrument, double amount) {
    return BigDecimal.valueOf(amount)
        .setScale(instruments.get(instrument).cashScale(), RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private String whatHoldsIt(int except) {
    for (int i = 0; i < plans.length; i++) {
      if (i != except && exits.isClosing(i)) {
        return "; an exit is still open";
      }
    }
    return risk.pendingScaled(book, except) > 0 ? "; an entry is still open" : "";
  }

  /** More than a scaled number holds with room for every sum. */
  private boolean isTooLarge(int instrument, double qty) {
    return qty >= Crossing.toDouble(LARGEST, instruments.get(instrument).qtyScale());
  }

  /** The quantity that a signal names, unless a limit has cut it: then what the limit leaves. */
  private OrderSize orderSize(
      int instrument, Signal.Enter signal, Sizer.Size size, long budgetScaled) {
    if (signal.size() instanceof SignalSize.Qty qty && size.boundBy() == SizeRule.SIGNAL) {
      Instrument i = instruments.get(instrument);
      long lot = i.rulesAt(signal.timeNs()).lotScaled();
      return new OrderSize.Base(Crossing.qty(qty.base(), i.qtyScale(), lot));
    }
    return new OrderSize.Budget(budgetScaled);
  }

  private OrderDraft draft(int instrument, Signal.Enter signal, OrderSize size) {
    return new OrderDraft(
        instrument,
        signal.direction().entrySide(),
        size,
        terms(instrument, signal),
        signal.horizonNs().isPresent()
            ? new TimeInForce.GoodTillDate(
                Utc.plus(signal.timeNs(), signal.horizonNs().getAsLong()))
            : TimeInForce.GTC,
        false,
        signal.adds() ? OrderPurpose.ADD : OrderPurpose.ENTRY);
  }

  private OrderTerms terms(int instrument, Signal.Enter signal) {
    if (signal.entry().isEmpty()) {
      return new OrderTerms.Market();
    }
    Instrument i = instruments.get(instrument);
    long tick = i.rulesAt(signal.timeNs()).tickScaled();
    double price = signal.entry().getAsDouble();
    return new OrderTerms.Limit(
        signal.direction() == Direction.LONG
            ? Crossing.buyPrice(price, i.priceScale(), tick)
            : Crossing.sellPrice(price, i.priceScale(), tick),
        false);
  }

  private double price(int instrument, Signal.Enter signal) {
    return signal
        .entry()
        .orElse(
            Crossing.toDouble(
                portfolio.markScaled(instrument), instruments.get(instrument).priceScale()));
  }

  private StopPlan stops(Signal.Enter signal) {
    return StopPlan.of(signal.exits().orElse(spec.exits()), signal.stop());
  }

  private OptionalDouble firstStop(int instrument, Signal.Enter signal, double price) {
    Optional<StopLevel> first =
        stops(signal).first(signal.direction(), price, atr.applyAsDouble(instrument));
    return first.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(first.get().price());
  }

  /** As a ratio of the price; 1 without a stop. */
  private double stopDistance(int instrument, Signal.Enter signal, double price) {
    OptionalDouble stop = firstStop(instrument, signal, price);
    return stop.isEmpty() ? 1 : Math.abs(price - stop.getAsDouble()) / price;
  }
}
