package io.tradewind.simulation.exchange;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.matching.OrderBook;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A book as the world sees it, best levels first. */
public record Depth(long lastUpdateId, List<DepthLevel> bids, List<DepthLevel> asks) {
  /** Nobody is there. */
  public static final Depth EMPTY = new Depth(0, List.of(), List.of());

  /** A price and what is shown there. */
  public record DepthLevel(long priceE8, long qtyE8) {}

  /**
   * Of a book and the id of its last change.
   *
   * @param levels at most so many of each side
   */
  public static Depth of(OrderBook book, long lastUpdateId, int levels) {
    return new Depth(lastUpdateId, side(book, Side.BUY, levels), side(book, Side.SELL, levels));
  }

  private static List<DepthLevel> side(OrderBook book, Side side, int levels) {
    List<DepthLevel> into = new ArrayList<>();
    book.depth(side, levels, (_, priceE8, qtyE8) -> into.add(new DepthLevel(priceE8, qtyE8)));
    return List.copyOf(into);
  }

  /** The best price of a side; empty if nobody is there. */
  public OptionalLong bestE8(Side side) {
    List<DepthLevel> levels = side(side);
    return levels.isEmpty() ? OptionalLong.empty() : OptionalLong.of(levels.getFirst().priceE8());
  }

  /** A side of it. */
  public List<DepthLevel> side(Side side) {
    return side == Side.BUY ? bids : asks;
  }
}
