package io.tradewind.simulation.matching;

import io.tradewind.core.order.Side;

/**
 * Hears what a command does to a book, while it does it, in order: level by level each trade or
 * prevented trade, the makers that end thereby, then {@link #onLevel} once if the level shows
 * another quantity than before the command; last the taker's own end, or its rest with its level.
 * Each level is told at most once for a command. Orders that are handed over stand as they are
 * after what is told. A sink must not command the book that it listens to.
 */
public interface BookSink extends LevelSink {

  /** The two traded, at the maker's price. */
  void onTrade(BookOrder taker, BookOrder maker, long priceScaled, long qtyScaled);

  /**
   * The two would have traded and are of one owner.
   *
   * @param takerQtyScaled what the taker lost, 0 if nothing
   * @param makerQtyScaled what the maker lost, 0 if nothing
   */
  void onPrevented(BookOrder taker, BookOrder maker, long takerQtyScaled, long makerQtyScaled);

  /** The order, or what is left of it, waits at the end of its level's queue. */
  void onRested(BookOrder order);

  /**
   * What the orders of {@link TimeInForce#RPI} at a price show, beside what the book shows there;
   * told as {@link #onLevel} is.
   */
  default void onRpiLevel(Side side, long priceScaled, long visibleQtyScaled) {}

  /** The order is no more in the book and never comes back. */
  void onDone(BookOrder order, DoneReason reason);
}
