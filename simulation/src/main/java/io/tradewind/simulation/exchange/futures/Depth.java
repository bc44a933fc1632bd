package io.tradewind.simulation.exchange.futures;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.matching.OrderBook;
import java.util.ArrayList;
import java.util.List;

/** A book as the world sees it, best levels first. */
public record Depth(long lastUpdateId, List<DepthLevel> bids, List<DepthLevel> asks) {

  /** A price and what is shown there. */
  public record DepthLevel(long priceE8, long qtyE8) {}

  static Depth of(OrderBook book, long lastUpdateId, int levels) {
    return new Depth(lastUpdateId, side(book, Side.BUY, levels), side(book, Side.SELL, levels));
  }

  private static List<DepthLevel> side(OrderBook book, Side side, int levels) {
    List<DepthLevel> into = new ArrayList<>();
    book.depth(side, levels, (_, priceE8, qtyE8) -> into.add(new DepthLevel(priceE8, qtyE8)));
    return List.copyOf(into);
  }
}
