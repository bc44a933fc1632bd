package io.tradewind.simulation.exchange;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.matching.OrderBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;

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

  /**
   * The same with orders of retail price improvement, but for those that are crossed: by the book's
   * other side, or by the best of their own kind there.
   */
  public static Depth withRpi(OrderBook book, long lastUpdateId, int levels) {
    return new Depth(
        lastUpdateId, sideWithRpi(book, Side.BUY, levels), sideWithRpi(book, Side.SELL, levels));
  }

  private static List<DepthLevel> sideWithRpi(OrderBook book, Side side, int levels) {
    OptionalLong bound = boundE8(book, side.opposite());
    Comparator<Long> bestFirst =
        side == Side.BUY ? Comparator.reverseOrder() : Comparator.naturalOrder();
    TreeMap<Long, Long> merged = new TreeMap<>(bestFirst);
    book.depth(side, levels, (_, priceE8, qtyE8) -> merged.put(priceE8, qtyE8));
    book.rpiDepth(
        side,
        Integer.MAX_VALUE,
        (_, priceE8, qtyE8) -> {
          if (bound.isEmpty() || side.sign() * Long.compare(priceE8, bound.getAsLong()) < 0) {
            merged.merge(priceE8, qtyE8, Long::sum);
          }
        });
    return merged.entrySet().stream()
        .limit(levels)
        .map(it -> new DepthLevel(it.getKey(), it.getValue()))
        .toList();
  }

  /** The best price of a side, with retail price improvement. */
  private static OptionalLong boundE8(OrderBook book, Side side) {
    List<Long> best = new ArrayList<>();
    book.depth(side, 1, (_, priceE8, _) -> best.add(priceE8));
    book.rpiDepth(side, 1, (_, priceE8, _) -> best.add(priceE8));
    LongStream prices = best.stream().mapToLong(it -> it);
    return side == Side.BUY ? prices.max() : prices.min();
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
