package io.tradewind.simulation.exchange.futures;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Depth;
import java.util.List;
import java.util.OptionalLong;

/** From which level of the book an order has its price, if it names none itself. */
public enum PriceMatch {
  NONE(0),
  OPPONENT(1),
  OPPONENT_5(5),
  OPPONENT_10(10),
  OPPONENT_20(20),
  QUEUE(1),
  QUEUE_5(5),
  QUEUE_10(10),
  QUEUE_20(20);

  private final int level;

  PriceMatch(int level) {
    this.level = level;
  }

  /** Which level it is, from 1; 0 if none is meant. */
  public int level() {
    return level;
  }

  /** The price for an order of a side; empty if the book has no such level, or none is meant. */
  public OptionalLong priceE8(Depth book, Side side) {
    if (this == NONE) {
      return OptionalLong.empty();
    }
    boolean isOwnSide = compareTo(QUEUE) >= 0;
    List<Depth.DepthLevel> levels = book.side(isOwnSide ? side : side.opposite());
    return levels.size() < level
        ? OptionalLong.empty()
        : OptionalLong.of(levels.get(level - 1).priceE8());
  }
}
