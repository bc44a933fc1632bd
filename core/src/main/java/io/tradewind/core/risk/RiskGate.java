package io.tradewind.core.risk;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Books;
import io.tradewind.core.ledger.Position;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.limit.Allowance;
import io.tradewind.core.risk.limit.MarketRisk;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.risk.limit.PortfolioRules;
import io.tradewind.core.risk.limit.Sectors;
import io.tradewind.core.risk.limit.Stance;
import io.tradewind.core.risk.limit.Wanted;
import io.tradewind.core.trade.Direction;
import java.util.List;
import java.util.Optional;

/**
 * The one gate before a venue: nothing else makes an {@link Approved}. Cancels and reductions
 * always pass; what opens or adds is held against every limit, as the books stand and with all
 * entries that are under way.
 */
public final class RiskGate {
  /** Sizes are cut to a limit exactly, in another order of operations: a hair is no breach. */
  private static final double HAIR = 1e-9;

  private final PortfolioLimits limits;
  private final Sectors sectors;
  private final MarketRisk market;
  private final List<Instrument> instruments;
  private final Books books;

  /** Over the books of an account, and what is known of its market. */
  public RiskGate(
      PortfolioLimits limits,
      Sectors sectors,
      MarketRisk market,
      List<Instrument> instruments,
      Books books) {
    this.limits = limits;
    this.sectors = sectors;
    this.market = market;
    this.instruments = List.copyOf(instruments);
    this.books = books;
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

  /** Cash between books of one account: passes, since nothing is held or owed for it. */
  public Approved<VenueCommand.Transfer> transfer(VenueCommand.Transfer command) {
    return new Approved<>(command);
  }

  /** An order that opens or adds. */
  public GateDecision<VenueCommand.NewOrder> enter(OrderIntent intent, Surroundings around) {
    Optional<Refusal> refusal = barred(around).or(() -> exceeds(intent, around));
    return refusal.isPresent()
        ? new GateDecision.Deny<>(refusal.get())
        : new GateDecision.Pass<>(new Approved<>(new VenueCommand.NewOrder(intent)));
  }

  /**
   * An order that opens a hedge or adds to it: whatever entries are held to, it passes if it lowers
   * what moves with its instrument and does not turn that around. A stance that only bars entries
   * does not bar it.
   *
   * @param around with what the strategies hold
   */
  public GateDecision<VenueCommand.NewOrder> hedge(OrderIntent intent, Surroundings around) {
    Optional<Refusal> refusal = barredHedge(around).or(() -> overHedges(intent, around));
    return refusal.isPresent()
        ? new GateDecision.Deny<>(refusal.get())
        : new GateDecision.Pass<>(new Approved<>(new VenueCommand.NewOrder(intent)));
  }

  private static Optional<Refusal> barredHedge(Surroundings around) {
    if (around.halted()) {
      return Optional.of(Refusal.HALTED);
    }
    return around.stance() instanceof Stance.CloseAll close
        ? Optional.of(Refusal.of(close.reason()))
        : unready(around);
  }

  private Optional<Refusal> overHedges(OrderIntent intent, Surroundings around) {
    int instrument = intent.instrument();
    Instrument reference = instruments.get(instrument);
    Position position = books.of(intent.book()).position(instrument);
    double held =
        Crossing.toDouble(
            books.of(intent.book()).exposureScaled(instrument), reference.cashScale());
    double covered = around.held().betaNotional(market, instrument);
    double hedge =
        Math.signum((double) position.qtyScaled()) * held + intent.side().sign() * notional(intent);
    boolean covers =
        intent.side().sign() * covered < 0 && Math.abs(hedge) <= Math.abs(covered) * (1 + HAIR);
    return covers ? Optional.empty() : Optional.of(Refusal.OVER_HEDGED);
  }

  private Optional<Refusal> barred(Surroundings around) {
    if (around.halted()) {
      return Optional.of(Refusal.HALTED);
    }
    if (around.lock().isPresent()) {
      return Optional.of(Refusal.LOCKED);
    }
    return switch (around.stance()) {
      case Stance.Open _ -> Optional.empty();
      case Stance.NoEntries no -> Optional.of(Refusal.of(no.reason()));
      case Stance.CloseAll close -> Optional.of(Refusal.of(close.reason()));
    };
  }

  private static Optional<Refusal> unready(Surroundings around) {
    if (!(around.held().equity() > 0)) {
      return Optional.of(Refusal.NO_EQUITY);
    }
    return around.orderRate().notional() <= 0 ? Optional.of(Refusal.ORDER_RATE) : Optional.empty();
  }

  private Optional<Refusal> exceeds(OrderIntent intent, Surroundings around) {
    Optional<Refusal> unready = unready(around);
    if (unready.isPresent()) {
      return unready;
    }
    if (!(around.stopDistance() > 0)) {
      return Optional.of(Refusal.TRADE_RISK);
    }
    double notional = notional(intent);
    Wanted wanted =
        new Wanted(
            intent.book(),
            intent.instrument(),
            intent.side() == Side.BUY ? Direction.LONG : Direction.SHORT,
            notional,
            around.stopDistance());
    for (Allowance left : PortfolioRules.all(around.held(), wanted, sectors, market, limits)) {
      double hair = HAIR * (around.held().equity() + left.notional());
      if (left.notional() == 0 || !(notional <= left.notional() + hair)) {
        return Optional.of(Refusal.of(left.by()));
      }
    }
    return Optional.empty();
  }

  /** Without a price nothing is known of a quantity, and what is not known is too much. */
  private double notional(OrderIntent intent) {
    Instrument instrument = instruments.get(intent.instrument());
    return switch (intent.size()) {
      case OrderSize.Budget budget ->
          Crossing.toDouble(budget.quoteScaled(), instrument.cashScale());
      case OrderSize.Base base -> {
        double qty = Crossing.toDouble(base.qtyScaled(), instrument.qtyScale());
        double price = Crossing.toDouble(priceScaled(intent), instrument.priceScale());
        yield price > 0 ? qty * price : Double.POSITIVE_INFINITY;
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
