package io.tradewind.simulation.venue;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** What a venue looks at before it takes an order: steps, minimums, and terms that make sense. */
final class OrderChecks {
  private static final Optional<RejectReason> FINE = Optional.empty();

  private final List<Instrument> instruments;
  private final EnumSet<Ability> abilities;

  OrderChecks(List<Instrument> instruments, EnumSet<Ability> abilities) {
    this.instruments = instruments;
    this.abilities = abilities;
  }

  /** Why the order cannot stand, empty where it can; {@code now} is 0 before the first price. */
  Optional<RejectReason> check(OrderIntent intent, long timeNs, long now) {
    TradingRules rules = instruments.get(intent.instrument()).rulesAt(timeNs);
    if (intent.size() instanceof OrderSize.Base base) {
      if (base.qtyScaled() % rules.lotScaled() != 0) {
        return Optional.of(RejectReason.QTY_OFF_LOT);
      }
      if (base.qtyScaled() < rules.minQtyScaled()) {
        return Optional.of(RejectReason.QTY_TOO_SMALL);
      }
    }
    return isKept(intent.terms())
        ? terms(intent, intent.terms(), rules, now)
        : Optional.of(RejectReason.UNSUPPORTED_TYPE);
  }

  private boolean isKept(OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.Market _, OrderTerms.Limit _, OrderTerms.TakeProfit _, OrderTerms.Iceberg _ ->
          true;
      case OrderTerms.Stop _, OrderTerms.StopLimit _, OrderTerms.Oco _, OrderTerms.Bracket _ ->
          abilities.contains(Ability.STOP);
      case OrderTerms.TrailingStop _ -> abilities.contains(Ability.TRAILING_STOP);
    };
  }

  private static Optional<RejectReason> terms(
      OrderIntent intent, OrderTerms terms, TradingRules rules, long now) {
    long tick = rules.tickScaled();
    return switch (terms) {
      case OrderTerms.Market _ -> FINE;
      case OrderTerms.Limit order ->
          order.postOnly() && takes(intent, order, now)
              ? Optional.of(RejectReason.WOULD_TAKE)
              : onTick(order.priceScaled(), tick);
      case OrderTerms.Stop order -> onTick(order.triggerScaled(), tick);
      case OrderTerms.TakeProfit order -> onTick(order.triggerScaled(), tick);
      case OrderTerms.StopLimit order ->
          onTick(order.triggerScaled(), tick).or(() -> onTick(order.limitScaled(), tick));
      case OrderTerms.TrailingStop order ->
          order.stopScaled().isEmpty() ? FINE : onTick(order.stopScaled().getAsLong(), tick);
      case OrderTerms.Oco order ->
          legs(intent.side(), order.targetScaled(), order.stopScaled(), tick);
      case OrderTerms.Bracket order -> bracket(intent, order, rules, now);
      case OrderTerms.Iceberg order -> iceberg(intent, order, rules);
    };
  }

  private static boolean takes(OrderIntent intent, OrderTerms.Limit order, long now) {
    return now > 0
        && (intent.side() == Side.BUY ? now <= order.priceScaled() : now >= order.priceScaled());
  }

  /** Who sells has his target above his stop. */
  private static Optional<RejectReason> legs(Side side, long target, long stop, long tick) {
    boolean apart = side == Side.SELL ? target > stop : target < stop;
    return apart
        ? onTick(target, tick).or(() -> onTick(stop, tick))
        : Optional.of(RejectReason.LEGS_CROSSED);
  }

  private static Optional<RejectReason> bracket(
      OrderIntent intent, OrderTerms.Bracket order, TradingRules rules, long now) {
    boolean nested =
        order.entry() instanceof OrderTerms.Oco
            || order.entry() instanceof OrderTerms.Bracket
            || order.entry() instanceof OrderTerms.TrailingStop;
    if (nested || intent.reduceOnly()) {
      return Optional.of(RejectReason.UNSUPPORTED_TYPE);
    }
    return terms(intent, order.entry(), rules, now)
        .or(() ->
            legs(
                intent.side().opposite(),
                order.targetScaled(),
                order.stopScaled(),
                rules.tickScaled()));
  }

  private static Optional<RejectReason> iceberg(
      OrderIntent intent, OrderTerms.Iceberg order, TradingRules rules) {
    boolean stands =
        switch (intent.timeInForce()) {
          case TimeInForce.GoodTillCancelled _, TimeInForce.GoodTillDate _ -> true;
          case TimeInForce.ImmediateOrCancel _, TimeInForce.FillOrKill _ -> false;
        };
    if (!stands) {
      return Optional.of(RejectReason.UNSUPPORTED_TYPE);
    }
    return order.visibleQtyScaled() % rules.lotScaled() != 0
        ? Optional.of(RejectReason.QTY_OFF_LOT)
        : onTick(order.priceScaled(), rules.tickScaled());
  }

  private static Optional<RejectReason> onTick(long price, long tick) {
    return price % tick == 0 ? FINE : Optional.of(RejectReason.PRICE_OFF_TICK);
  }
}
