package io.tradewind.simulation.exchange.spot;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.matching.OrderBook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds in the book the limits of orders that are pegged to it, once for each: when it is placed,
 * when its turn in a list has come, or, of a stop, when it is triggered.
 */
final class PegDesk {
  private final SpotMarket market;

  PegDesk(SpotMarket market) {
    this.market = market;
  }

  /** Of orders that come to the book together; stops among them wait. */
  Optional<Refusal> fix(List<SpotOrder> orders) {
    return orders.stream()
        .filter(order -> !order.isContingent())
        .map(this::fix)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Of an order that comes to the book; one that is not pegged passes. */
  Optional<Refusal> fix(SpotOrder order) {
    Optional<Peg> peg = order.order.terms().peg();
    if (peg.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong priceE8 = priceE8(market.book, order.side(), peg.get());
    if (priceE8.isEmpty()) {
      return Optional.of(RefusalReason.LIQUIDITY_BELOW_PEG);
    }
    Optional<Refusal> refusal =
        new PriceFilters(market, order.customer.account)
            .check(order.side(), priceE8.getAsLong(), order.openE8());
    if (refusal.isEmpty()) {
      order.peggedE8 = priceE8;
    }
    return refusal;
  }

  /** The price of the level that is meant; empty if the book does not reach there. */
  private static OptionalLong priceE8(OrderBook book, Side side, Peg peg) {
    Side from =
        switch (peg.priceType()) {
          case PRIMARY_PEG -> side;
          case MARKET_PEG -> side.opposite();
        };
    int level = peg.offsetLevels().orElse(0);
    long[] seen = new long[2];
    book.depth(
        from,
        level + 1,
        (_, priceE8, _) -> {
          seen[0]++;
          seen[1] = priceE8;
        });
    return seen[0] == level + 1 ? OptionalLong.of(seen[1]) : OptionalLong.empty();
  }
}
