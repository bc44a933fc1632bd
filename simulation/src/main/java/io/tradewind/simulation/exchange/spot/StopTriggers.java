package io.tradewind.simulation.exchange.spot;

import io.tradewind.simulation.matching.Trigger;

/** What a stop waits for, in the words of the matching engine. */
final class StopTriggers {
  private StopTriggers() {}

  /** A new trigger of an order that is contingent. */
  static Trigger of(SpotOrder order) {
    return switch (order.order.terms()) {
      case OrderTerms.StopMarket stop -> of(order, stop.kind(), stop.condition());
      case OrderTerms.StopLimit stop -> of(order, stop.kind(), stop.condition());
      case OrderTerms.Limit _,
          OrderTerms.LimitMaker _,
          OrderTerms.Market _,
          OrderTerms.MarketByQuote _ ->
          throw new IllegalArgumentException("order " + order.orderId + " waits for nothing");
    };
  }

  private static Trigger of(SpotOrder order, StopKind kind, StopCondition condition) {
    if (condition.stopPriceE8().isEmpty()) {
      return Trigger.trailing(
          order.orderId, order.side(), condition.trailingDeltaBps().orElseThrow());
    }
    long stopE8 = condition.stopPriceE8().getAsLong();
    Trigger trigger =
        kind == StopKind.STOP_LOSS
            ? Trigger.stop(order.orderId, order.side(), stopE8)
            : Trigger.takeProfit(order.orderId, order.side(), stopE8);
    condition.trailingDeltaBps().ifPresent(trigger::thenTrailing);
    return trigger;
  }
}
