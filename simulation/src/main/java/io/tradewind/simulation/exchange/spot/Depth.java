package io.tradewind.simulation.exchange.spot;

import io.tradewind.core.order.Side;
import java.util.ArrayList;
import java.util.List;

/** A book as the world sees it, best levels first. */
public record Depth(long lastUpdateId, List<DepthLevel> bids, List<DepthLevel> asks) {

  /** A price and what is shown there. */
  public record DepthLevel(long priceE8, long qtyE8) {}

  static Depth of(SpotMarket market, int levels) {
    return new Depth(
        market.lastUpdateId(), side(market, Side.BUY, levels), side(market, Side.SELL, levels));
  }

  private static List<DepthLevel> side(SpotMarket market, Side side, int levels) {
    List<DepthLevel> into = new ArrayList<>();
    market.book.depth(
        side, levels, (_, priceE8, qtyE8) -> into.add(new DepthLevel(priceE8, qtyE8)));
    return List.copyOf(into);
  }
}
