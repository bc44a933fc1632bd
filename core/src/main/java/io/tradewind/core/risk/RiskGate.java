package io.tradewind.core.risk;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Books;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.VenueCommand;
import java.util.List;

/**
 * The one gate before a venue: nothing else makes an {@link Approved}. Cancels and reductions
 * always pass; what opens or adds is held against every limit, as the books stand and with all
 * entries that are under way.
 */
public final class RiskGate {
  /** Sizes are cut to a limit exactly, in another order of operations: a hair is no breach. */
  private static final double HAIR = 1e-9;

  private final RiskLimits limits;
  private final List<Instrument> instruments;
  private final Books books;

  /** Over the books of an account. */
  public RiskGate(RiskLimits limits, List<Instrument> instruments, Books books) {
    this.limits = limits;
    this.instruments = List.copyOf(instruments);
    this.books = books;
  }

  /** The limits that hold. */
  public RiskLimits limits() {
    return limits;
  }

  /** Taking an order back is always allowed. */
  public Approved<VenueCommand.CancelOrder> cancel(VenueCommand.CancelOrder command) {
    return new Approved<>(command);
  }

  /**
   * New terms for an order that only reduces are always allowed; it reduces no more than before.
   */
  public GateDecision<VenueCommand.AmendOrder> amend(
      VenueCommand.AmendOrder command, OrderIntent standing) {
    return standing.reduceOnly()
        ? new GateDecision.Pass<>(new Approved<>(command))
        : new GateDecision.Deny<>(Refusal.WOULD_OPEN);
  }

  /** An order that only reduces: passes unless there is nothing to reduce on that side. */
  public GateDecision<VenueCommand.NewOrder> reduce(OrderIntent intent) {
    long held = books.of(intent.book()).position(intent.instrument()).qtyScaled();
    boolean reduces = intent.reduceOnly() && Long.signum(held) == -intent.side().sign();
    return reduces
        ? new GateDecision.Pass<>(new Approved<>(new VenueCommand.NewOrder(intent)))
        : new GateDecision.Deny<>(Refusal.WOULD_OPEN);
  }

  /** How contracts are held: passes, since the order itself is judged by its notional. */
  public Approved<VenueCommand.SetMargin> margin(VenueCommand.SetMargin command) {
    return new Approved<>(command);
  }

  /** An order that opens or adds. */
  public GateDecision<VenueCommand.NewOrder> enter(OrderIntent intent, Opening opening) {
    double equity = books.equityScaled();
    if (opening.halted()) {
      return new GateDecision.Deny<>(Refusal.HALTED);
    }
    if (equity <= 0) {
      return new GateDecision.Deny<>(Refusal.NO_EQUITY);
    }
    Portfolio own = books.of(intent.book());
    boolean opens = own.position(intent.instrument()).isFlat();
    int positions = books.openPositions() + opening.pendingPositions() + (opens ? 1 : 0);
    if (positions > limits.maxOpenPositions()) {
      return new GateDecision.Deny<>(Refusal.OPEN_POSITIONS);
    }
    long held = opening.replaces() ? 0 : own.exposureScaled(intent.instrument());
    double trade = notionalScaled(intent) + held + opening.ownPendingScaled();
    if (isOver(trade * opening.stopDistance(), limits.maxTradeRisk() * equity)) {
      return new GateDecision.Deny<>(Refusal.TRADE_RISK);
    }
    double symbol =
        trade
            + opening.symbolPendingScaled()
            + (books.exposureScaled(intent.instrument()) - own.exposureScaled(intent.instrument()));
    if (isOver(symbol, limits.maxSymbolExposure() * equity)) {
      return new GateDecision.Deny<>(Refusal.SYMBOL_EXPOSURE);
    }
    double others = opening.otherPendingScaled();
    for (int i = 0; i < instruments.size(); i++) {
      others += i == intent.instrument() ? 0 : books.exposureScaled(i);
    }
    if (isOver(others + symbol, limits.maxLeverage() * equity)) {
      return new GateDecision.Deny<>(Refusal.LEVERAGE);
    }
    return new GateDecision.Pass<>(new Approved<>(new VenueCommand.NewOrder(intent)));
  }

  /** What is no number is over every limit. */
  private static boolean isOver(double value, double limit) {
    return !(value <= limit + HAIR * Math.abs(limit));
  }

  /** Without a price nothing is known of a quantity, and what is not known is too much. */
  private double notionalScaled(OrderIntent intent) {
    return switch (intent.size()) {
      case OrderSize.Budget budget -> budget.quoteScaled();
      case OrderSize.Base base -> {
        Instrument instrument = instruments.get(intent.instrument());
        double qty = Crossing.toDouble(base.qtyScaled(), instrument.qtyScale());
        double price = Crossing.toDouble(priceScaled(intent), instrument.priceScale());
        yield price > 0
            ? qty * price * FixedPoint.pow10(instrument.cashScale())
            : Double.POSITIVE_INFINITY;
      }
      case OrderSize.Position _ -> Double.POSITIVE_INFINITY;
    };
  }

  private long priceScaled(OrderIntent intent) {
    long mark = books.markScaled(intent.instrument());
    return switch (intent.terms()) {
      case OrderTerms.Limit limit -> limit.priceScaled();
      case OrderTerms.Stop stop -> stop.triggerScaled();
      case OrderTerms.StopLimit stop -> stop.limitScaled();
      case OrderTerms.Market _,
          OrderTerms.TakeProfit _,
          OrderTerms.TrailingStop _,
          OrderTerms.Oco _,
          OrderTerms.Bracket _,
          OrderTerms.Iceberg _ ->
          mark;
    };
  }
}
