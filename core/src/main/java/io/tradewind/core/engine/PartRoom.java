package io.tradewind.core.engine;

import io.tradewind.core.execution.ExecutionLimits;
import io.tradewind.core.execution.Lots;
import io.tradewind.core.execution.ParentOrder;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.risk.Surroundings;
import io.tradewind.core.risk.limit.Holding;
import io.tradewind.core.risk.limit.Holdings;
import io.tradewind.core.risk.limit.Wanted;
import io.tradewind.core.risk.sizing.SizeRule;
import io.tradewind.core.risk.sizing.Sizer;
import io.tradewind.core.trade.Direction;
import java.util.List;
import java.util.Optional;

/**
 * How much of a part of an entry there is room for at the price of now: what every limit leaves,
 * and the cash that is free. The gate judges what is sent all the same.
 */
final class PartRoom {
  /** As that of the gate: what is over by rounding alone is not cut. */
  private static final double HAIR = 1e-9;

  private static final double MILLION = 1e6;
  private static final int NONE = -1;

  private final int book;
  private final RiskDesk risk;
  private final ExecutionLimits limits;

  PartRoom(int book, RiskDesk risk, ExecutionLimits limits) {
    this.book = book;
    this.risk = risk;
    this.limits = limits;
  }

  /**
   * A part that is to be placed.
   *
   * @param instrument the place in the session
   * @param parent what it is a part of
   * @param qtyScaled of it, in quantity scale
   * @param replaces whether what the book holds there is on its way out
   */
  record Part(
      int instrument, ParentOrder parent, OrderTerms terms, long qtyScaled, boolean replaces) {
    Direction direction() {
      return parent.side() == Side.BUY ? Direction.LONG : Direction.SHORT;
    }
  }

  /**
   * What of a part there is room for.
   *
   * @param qtyScaled on the lot; 0 where there is none for what the venue takes at least
   * @param cutBy what left less than all of it
   */
  record Fit(long qtyScaled, Optional<SizeRule> cutBy) {}

  /**
   * What there is room for. Where nothing is known of price, equity or stop, that is all: the gate
   * knows what to say.
   *
   * @param lacksCash whether a part was refused before for want of cash, and so the reserve is kept
   */
  Fit of(Part part, Surroundings around, boolean lacksCash) {
    long priceScaled = priceScaled(part);
    Holdings held = around.held();
    if (priceScaled == 0 || !(held.equity() > 0) || !(around.stopDistance() > 0)) {
      return new Fit(part.qtyScaled(), Optional.empty());
    }
    Instrument instrument = part.parent().instrument();
    double price = Crossing.toDouble(priceScaled, instrument.priceScale());
    double notional = price * Crossing.toDouble(part.qtyScaled(), instrument.qtyScale());
    Wanted wanted =
        new Wanted(book, part.instrument(), part.direction(), notional, around.stopDistance());
    List<Sizer.Cap> caps = SizingDesk.caps(risk, held, wanted);
    caps.add(lent(part, held));
    caps.add(affordable(part, notional, lacksCash));
    Sizer.Cap least = new Sizer.Cap(notional, SizeRule.SIGNAL);
    for (Sizer.Cap cap : caps) {
      double hair = HAIR * (held.equity() + cap.notional());
      least = cap.notional() + hair < least.notional() ? cap : least;
    }
    return least.rule() == SizeRule.SIGNAL
        ? new Fit(part.qtyScaled(), Optional.empty())
        : new Fit(
            placeable(part, least.notional() / price, priceScaled), Optional.of(least.rule()));
  }

  /** Its limit, or the latest price; a sale at a limit may well fill higher. */
  private long priceScaled(Part part) {
    long mark = risk.books().markScaled(part.instrument());
    if (!(part.terms() instanceof OrderTerms.Limit limit)) {
      return mark;
    }
    return part.parent().side() == Side.BUY
        ? limit.priceScaled()
        : Math.max(limit.priceScaled(), mark);
  }

  /** What the venue lends on one position, with what there is of it. */
  private Sizer.Cap lent(Part part, Holdings held) {
    int leverage = portfolio().leverage(part.instrument());
    double most =
        leverage > 1
            ? LeverageDesk.lentAt(part.parent().instrument(), leverage)
            : Double.POSITIVE_INFINITY;
    for (Holding holding : held.all()) {
      boolean isSame = holding.book() == book && holding.instrument() == part.instrument();
      most -= isSame ? Math.abs(holding.notional()) : 0;
    }
    return new Sizer.Cap(most, SizeRule.VENUE_TIER);
  }

  /** Of a notional N, margin {@code N / L} and its fee are paid from the cash that is free. */
  private Sizer.Cap affordable(Part part, double notional, boolean lacksCash) {
    int i = part.instrument();
    long free =
        part.replaces() ? portfolio().freeCashWithoutScaled(i) : portfolio().freeCashScaled(i);
    int cashScale = part.parent().instrument().cashScale();
    double fee = part.parent().rules().takerFeePpm() / MILLION;
    double leverage = portfolio().leverage(i);
    double most =
        Crossing.toDouble(free - risk.pendingScaled(book, NONE), cashScale)
            * leverage
            / (1 + fee * leverage);
    boolean isEnough = notional <= most && !lacksCash;
    return new Sizer.Cap(
        isEnough ? most : most * (1 - limits.cashReserve()), SizeRule.FREE_BALANCE);
  }

  private Portfolio portfolio() {
    return risk.books().of(book);
  }

  /** Down to the lot; with the reserve over the venue's minimum that any part keeps. */
  private long placeable(Part part, double qty, long priceScaled) {
    ParentOrder parent = part.parent();
    Lots lots = new Lots(parent.instrument(), parent.rules(), limits.notionalReserve());
    long onLot = Crossing.qty(qty, parent.instrument().qtyScale(), parent.rules().lotScaled());
    long placed = Math.min(onLot, part.qtyScaled());
    return placed >= lots.roomy(priceScaled) ? placed : 0;
  }
}
