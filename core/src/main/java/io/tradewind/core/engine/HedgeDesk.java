package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.ledger.Position;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.Surroundings;
import io.tradewind.core.risk.limit.HedgeDecision;
import io.tradewind.core.risk.limit.HedgeRule;
import io.tradewind.core.risk.limit.Holdings;
import io.tradewind.core.trade.Direction;
import java.util.Optional;

/**
 * Hedges what the strategies hold by a perpetual in a book of its own, as {@link HedgeRule} says,
 * slice by slice. One order at a time: while one is under way nothing is decided. What the market
 * does not give an order at once is not waited for, but decided anew.
 */
final class HedgeDesk implements Stateful {
  /** What of the account may be margin: prices move until an order is filled, and it has a fee. */
  private static final double USABLE = 0.9;

  private final HedgeSpec spec;
  private final int instrument;
  private final Instrument reference;

  /** As asked for, or as much as the venue lends. */
  private final int leverage;

  private final StrategyBook book;
  private final Portfolio portfolio;
  private final OrderDesk orders;
  private final RiskDesk risk;
  private final AuditTrail audit;

  /** Whether the latest that was asked for was refused. */
  private boolean isRefused;

  HedgeDesk(
      HedgeSpec spec, Instrument reference, StrategyBook book, RiskDesk risk, AuditTrail audit) {
    this.spec = spec;
    this.instrument = spec.instrument();
    this.reference = reference;
    this.leverage = Math.min(spec.leverage(), reference.margin().tiers().getFirst().maxLeverage());
    this.book = book;
    this.portfolio = book.portfolio();
    this.orders = book.orders();
    this.risk = risk;
    this.audit = audit;
  }

  /** All prices of an instant are known. */
  void step(long timeNs) {
    if (!orders.open(instrument).isEmpty() || portfolio.markScaled(instrument) == 0) {
      return;
    }
    Surroundings around = risk.aroundHedge(instrument, timeNs);
    HedgeRule.Situation now = situation(around.held());
    HedgeDecision decision = HedgeRule.decide(now, spec.limits());
    boolean isOrdered =
        switch (decision) {
          case HedgeDecision.Keep _ -> false;
          case HedgeDecision.Release _ -> release(timeNs);
          case HedgeDecision.Hedge hedge -> hold(hedge, now.hedge(), around, timeNs);
        };
    if (isOrdered) {
      audit.write(new AuditRecord.HedgeMoved(audit.next(), timeNs, instrument, now, decision));
    }
  }

  private HedgeRule.Situation situation(Holdings held) {
    double equity = money(Math.max(0, portfolio.equityScaled()));
    Position position = portfolio.position(instrument);
    return new HedgeRule.Situation(
        held.equity(),
        held.betaNotional(risk.market(), instrument),
        held.risk(),
        Math.signum((double) position.qtyScaled()) * money(portfolio.exposureScaled(instrument)),
        Math.min(USABLE * equity * leverage, LeverageDesk.lentAt(reference, leverage)));
  }

  private double money(long scaled) {
    return Crossing.toDouble(scaled, reference.cashScale());
  }

  private boolean release(long timeNs) {
    book.exits().closeAtMarket(instrument, OrderPurpose.RELEASE, timeNs);
    return true;
  }

  private boolean hold(HedgeDecision.Hedge wanted, double held, Surroundings around, long timeNs) {
    double more = Math.abs(wanted.notional()) - Math.abs(held);
    long qty = qty(Math.abs(more), timeNs);
    if (qty == 0) {
      return false;
    }
    Side side = wanted.notional() > 0 ? Side.BUY : Side.SELL;
    return more > 0 ? add(wanted, side, qty, around, timeNs) : reduce(side.opposite(), qty, timeNs);
  }

  private boolean reduce(Side side, long qty, long timeNs) {
    orders.reduce(
        instrument,
        side,
        new OrderSize.Base(qty),
        new OrderTerms.Market(),
        OrderPurpose.RELEASE,
        timeNs);
    return true;
  }

  private boolean add(
      HedgeDecision.Hedge wanted, Side side, long qty, Surroundings around, long timeNs) {
    if (portfolio.position(instrument).isFlat()) {
      Direction direction = side == Side.BUY ? Direction.LONG : Direction.SHORT;
      book.plan(instrument).hedge(direction, "hedge of " + wanted.because().text());
      holdMargin();
    }
    OrderDraft draft =
        new OrderDraft(
            instrument,
            side,
            new OrderSize.Base(qty),
            new OrderTerms.Market(),
            TimeInForce.IOC,
            false,
            OrderPurpose.HEDGE);
    long notional = portfolio.quoteScaled(instrument, portfolio.markScaled(instrument), qty);
    return isSent(orders.hedge(draft, around, notional, timeNs), timeNs);
  }

  private void holdMargin() {
    boolean isHeld =
        portfolio.mode(instrument) == MarginMode.CROSS
            && portfolio.leverage(instrument) == leverage;
    if (!isHeld) {
      orders.setMargin(instrument, MarginMode.CROSS, leverage);
    }
  }

  /** What the gate refuses is said once, and again only after something has gone through. */
  private boolean isSent(Optional<Refusal> refusal, long timeNs) {
    if (refusal.isPresent() && !isRefused) {
      audit.write(new AuditRecord.HedgeRefused(audit.next(), timeNs, instrument, refusal.get()));
    }
    isRefused = refusal.isPresent();
    return refusal.isEmpty();
  }

  /** On the lot; 0 under the venue's minimum. */
  private long qty(double notional, long timeNs) {
    TradingRules rules = reference.rulesAt(timeNs);
    long mark = portfolio.markScaled(instrument);
    double price = Crossing.toDouble(mark, reference.priceScale());
    long qty = Crossing.qty(notional / price, reference.qtyScale(), rules.lotScaled());
    boolean isTooSmall =
        qty < Math.max(rules.lotScaled(), rules.minQtyScaled())
            || portfolio.quoteScaled(instrument, mark, qty) < rules.minNotionalScaled();
    return isTooSmall ? 0 : qty;
  }

  @Override
  public void save(StateWriter out) {
    out.section("hedge-desk", 1).writeBoolean(isRefused);
  }

  @Override
  public void load(StateReader in) {
    in.section("hedge-desk", 1);
    isRefused = in.readBoolean();
  }
}
