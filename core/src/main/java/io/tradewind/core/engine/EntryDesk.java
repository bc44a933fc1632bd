package io.tradewind.core.engine;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.ledger.Position;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.Surroundings;
import io.tradewind.core.risk.sizing.EntryFloors;
import io.tradewind.core.risk.sizing.FloorDecision;
import io.tradewind.core.risk.sizing.LeverageDecision;
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

/** Turns an entry signal into an order: checks it, gives it a size, and sends it to the gate. */
final class EntryDesk {
  private static final int NONE = -1;

  private final List<Instrument> instruments;
  private final BookSpec spec;
  private final int book;
  private final RiskDesk risk;
  private final SizingDesk sizing;
  private final AllocationDesk allocation;
  private final LeverageDesk leverages;
  private final EntrySender sender;
  private final ExecutionDesk executions;
  private final StrategyDesk strategy;
  private final Portfolio portfolio;
  private final OrderDesk orders;
  private final ExitDesk exits;
  private final EntryPlan[] plans;
  private final AuditTrail audit;

  EntryDesk(
      EngineSpec engine,
      int book,
      Account account,
      StrategyDesk strategy,
      ExecutionDesk executions,
      OrderDesk orders,
      ExitDesk exits,
      EntryPlan[] plans) {
    this.instruments = engine.traded();
    this.spec = engine.books().get(book);
    this.book = book;
    this.risk = account.risk();
    this.sizing = account.sizing();
    this.allocation = account.allocation();
    this.portfolio = risk.books().of(book);
    this.leverages = new LeverageDesk(spec.margin(), risk, portfolio, orders);
    this.sender = new EntrySender(book, account, executions, orders);
    this.executions = executions;
    this.strategy = strategy;
    this.orders = orders;
    this.exits = exits;
    this.plans = plans;
    this.audit = account.audit();
  }

  /** Follows the signal, or says why not. */
  Optional<Refused> enter(int instrument, Signal.Enter signal) {
    Entry asked = asked(instrument, signal);
    Optional<Refusal> refusal = check(asked);
    if (refusal.isPresent()) {
      return refusal.map(Refused::of);
    }
    Entry entry = asked.withStop(firstStop(asked));
    if (!entry.joins() && orders.hasUnanswered(instrument, signal.direction().entrySide())) {
      // It may be filled before it can be taken back, and then both would be held.
      return Optional.of(
          new Refused(
              Refusal.ALREADY_IN_POSITION,
              Refusal.ALREADY_IN_POSITION.text() + ": the venue has not answered its entry yet"));
    }
    if (!entry.joins()) {
      clearTheWay(entry);
      if (isEndingLate(instrument, signal.direction())) {
        return Optional.of(
            new Refused(
                Refusal.ALREADY_IN_POSITION,
                Refusal.ALREADY_IN_POSITION.text() + ": what there is ends first"));
      }
    }
    if (exits.isWaiting(instrument)) {
      // It would be closed with what is there.
      return Optional.of(
          new Refused(
              Refusal.ALREADY_IN_POSITION,
              Refusal.ALREADY_IN_POSITION.text() + ": its exit waits for the stop to end"));
    }
    long equity = allocation.allottedScaled(book);
    if (equity <= 0) {
      return Optional.of(Refused.of(Refusal.NO_EQUITY));
    }
    Sizer.Situation now = situation(entry, equity);
    return switch (leverages.decide(entry, now)) {
      case LeverageDecision.Hold hold -> enter(entry, now, hold.leverage());
      case LeverageDecision.Refuse refuse ->
          Optional.of(new Refused(Refusal.LIQUIDATION_TOO_NEAR, refuse.detail()));
    };
  }

  private Optional<Refused> enter(Entry entry, Sizer.Situation now, int leverage) {
    Surroundings around =
        risk.around(
            book,
            entry.index(),
            entry.signal().direction(),
            entry.stopDistance(),
            !entry.joins(),
            entry.timeNs());
    double atr = strategy.atr(entry.index());
    Sizer.Size size = sizing.size(book, entry, now, around.held(), leverage, atr);
    Optional<Refused> refused = unfit(entry, now, size, leverage);
    if (refused.isPresent()) {
      return refused;
    }
    long budget =
        Crossing.amount(size.budget(), entry.instrument().cashScale(), RoundingMode.FLOOR);
    audit.write(
        new AuditRecord.EntrySized(
            audit.next(), entry.timeNs(), entry.index(), budget, size.boundBy()));
    leverages.hold(entry, leverage);
    return send(entry, draft(entry, orderSize(entry, size, budget)), around, budget);
  }

  private Entry asked(int instrument, Signal.Enter signal) {
    Instrument what = instruments.get(instrument);
    double latest = Crossing.toDouble(portfolio.markScaled(instrument), what.priceScale());
    return new Entry(
        instrument,
        what,
        signal,
        signal.entry().orElse(latest),
        OptionalDouble.empty(),
        signal.adds() && !isOther(instrument, signal));
  }

  private OptionalDouble firstStop(Entry entry) {
    Signal.Enter signal = entry.signal();
    Optional<StopLevel> level =
        StopPlan.of(signal.exits().orElse(spec.exits()), signal.stop())
            .first(signal.direction(), entry.price(), strategy.atr(entry.index()));
    return level.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(level.get().price());
  }

  /** Whether there is a position in the other direction, or one that is being closed. */
  private boolean isOther(int instrument, Signal.Enter signal) {
    Position position = portfolio.position(instrument);
    return !position.isFlat()
        && (exits.isClosing(instrument)
            || Long.signum(position.qtyScaled()) != signal.direction().sign());
  }

  private Optional<Refusal> check(Entry entry) {
    if (!entry.isLong() && !entry.isOfContracts()) {
      return Optional.of(Refusal.SHORT_NOT_POSSIBLE);
    }
    if (entry.signal().leverage() > 1 && !entry.isOfContracts()) {
      return Optional.of(Refusal.LEVERAGE_NOT_POSSIBLE);
    }
    boolean held =
        !portfolio.position(entry.index()).isFlat() && !isOther(entry.index(), entry.signal());
    if (held && !entry.joins()) {
      return Optional.of(Refusal.ALREADY_IN_POSITION);
    }
    return entry.hasSensiblePrices() ? Optional.empty() : Optional.of(Refusal.BAD_PRICES);
  }

  /** Whether what was there in this direction may yet be held beside what is to come. */
  private boolean isEndingLate(int instrument, Direction direction) {
    Position held = portfolio.position(instrument);
    return !orders.can(Ability.CANCEL_AT_ONCE)
        && (orders.isOpening(instrument, direction.entrySide())
            || (!held.isFlat() && held.isLong() == (direction == Direction.LONG)));
  }

  /** What stood before ends, whatever becomes of the new entry. */
  private void clearTheWay(Entry entry) {
    executions.cancel(entry.index());
    orders.withdraw(entry.index());
    if (!portfolio.position(entry.index()).isFlat()) {
      exits.closeAtMarket(entry.index(), OrderPurpose.SIGNAL_EXIT, entry.timeNs());
    }
  }

  private Sizer.Situation situation(Entry entry, long equity) {
    int i = entry.index();
    int cashScale = entry.instrument().cashScale();
    long free = entry.joins() ? portfolio.freeCashScaled(i) : portfolio.freeCashWithoutScaled(i);
    long pending = risk.pendingScaled(book, entry.joins() ? NONE : i);
    return new Sizer.Situation(
        Crossing.toDouble(equity, cashScale),
        Crossing.toDouble(free - pending, cashScale),
        instruments.size(),
        entry.price(),
        entry.stopDistance());
  }

  /** A size that cannot be ordered, or is not worth its risk. */
  private Optional<Refused> unfit(Entry entry, Sizer.Situation now, Sizer.Size size, int leverage) {
    if (entry.isTooSmall(size.budget())) {
      return Optional.of(tooSmall(entry, now, size, leverage));
    }
    return entry.isTooLarge(size.budget())
        ? Optional.of(Refused.of(Refusal.SIZE_TOO_LARGE))
        : floor(entry, size.budget());
  }

  /** Says what made it too small: its own wish, what others hold, or a limit. */
  private Refused tooSmall(Entry entry, Sizer.Situation now, Sizer.Size size, int leverage) {
    double wanted = Sizer.wanted(entry.signal().size(), now, leverage).budget();
    if (entry.isTooSmall(wanted)) {
      return Refused.of(Refusal.SIZE_TOO_SMALL);
    }
    if (entry.isTooSmall(Math.min(wanted, now.free() * leverage))) {
      return new Refused(
          Refusal.NO_FREE_CASH,
          Refusal.NO_FREE_CASH.text()
              + (": " + money(entry, Math.max(0, now.free())))
              + (" of " + money(entry, wanted / leverage))
              + (" " + entry.instrument().id().quote() + " needed")
              + whatHoldsIt(entry.index()));
    }
    Refusal refusal = Refusal.of(size.boundBy());
    String cause =
        refusal == Refusal.SIZE_TOO_SMALL
            ? refusal.text() + ", cut down by " + size.boundBy().text()
            : refusal.text();
    return new Refused(
        refusal,
        cause
            + (": it leaves " + money(entry, size.budget()))
            + (", and the least that the venue takes is " + money(entry, entry.smallest()))
            + (" " + entry.instrument().id().quote()));
  }

  private static String money(Entry entry, double amount) {
    return BigDecimal.valueOf(amount)
        .setScale(entry.instrument().cashScale(), RoundingMode.HALF_EVEN)
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

  private Optional<Refused> floor(Entry entry, double notional) {
    EntryFloors floors = risk.settings().floors();
    if (floors.equals(EntryFloors.NONE)) {
      return Optional.empty();
    }
    EntryFloors.Entry judged =
        new EntryFloors.Entry(
            entry.price(),
            notional,
            entry.stop(),
            EntryPlan.nearestFirst(entry.signal()),
            2 * entry.takerFee(),
            entry.signal().confidence());
    return switch (floors.judge(judged)) {
      case FloorDecision.Pass _ -> Optional.empty();
      case FloorDecision.Below below -> Optional.of(new Refused(Refusal.FLOOR, below.detail()));
    };
  }

  private Optional<Refused> send(Entry entry, OrderDraft draft, Surroundings around, long budget) {
    Optional<Refused> refused = sender.send(entry, draft, around, budget);
    if (refused.isPresent()) {
      return refused;
    }
    EntryPlan plan = plans[entry.index()];
    if (entry.joins() && !portfolio.position(entry.index()).isFlat()) {
      plan.join(entry.signal(), spec.exits());
    } else {
      plan.set(entry.signal(), spec.exits());
    }
    return Optional.empty();
  }

  /** The quantity that a signal names, unless trend or a limit made another size of it. */
  private static OrderSize orderSize(Entry entry, Sizer.Size size, long budgetScaled) {
    if (entry.signal().size() instanceof SignalSize.Qty qty
        && size.boundBy() == SizeRule.SIGNAL
        && size.budget() == qty.base() * entry.price()) {
      long lot = entry.rules().lotScaled();
      return new OrderSize.Base(Crossing.qty(qty.base(), entry.instrument().qtyScale(), lot));
    }
    return new OrderSize.Budget(budgetScaled);
  }

  private static OrderDraft draft(Entry entry, OrderSize size) {
    Signal.Enter signal = entry.signal();
    return new OrderDraft(
        entry.index(),
        signal.direction().entrySide(),
        size,
        terms(entry),
        signal.horizonNs().isPresent()
            ? new TimeInForce.GoodTillDate(
                Utc.plus(signal.timeNs(), signal.horizonNs().getAsLong()))
            : TimeInForce.GTC,
        false,
        signal.adds() ? OrderPurpose.ADD : OrderPurpose.ENTRY);
  }

  private static OrderTerms terms(Entry entry) {
    if (entry.signal().entry().isEmpty()) {
      return new OrderTerms.Market();
    }
    int scale = entry.instrument().priceScale();
    long tick = entry.rules().tickScaled();
    return new OrderTerms.Limit(
        entry.isLong()
            ? Crossing.buyPrice(entry.price(), scale, tick)
            : Crossing.sellPrice(entry.price(), scale, tick),
        false);
  }
}
