package io.tradewind.core.strategy;

/** A position as a strategy sees it. */
public interface PositionView {

  /** Neither long nor short. */
  boolean isFlat();

  /** Profits from rising prices. */
  boolean isLong();

  /** Profits from falling prices. */
  boolean isShort();

  /** Quantity of base, negative for a short. */
  double qty();

  /** Average price of the fills that opened it, NaN when flat. */
  double entryPrice();

  /** Time of the first fill, epoch nanoseconds; 0 when flat. */
  long entryTimeNs();
}
