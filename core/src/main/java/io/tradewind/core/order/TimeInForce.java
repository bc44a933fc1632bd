package io.tradewind.core.order;

/** How long an order stands. */
public sealed interface TimeInForce {
  /** Until it is cancelled. */
  TimeInForce GTC = new GoodTillCancelled();

  /** What can be filled at once; the rest is cancelled. */
  TimeInForce IOC = new ImmediateOrCancel();

  /** All at once or not at all. */
  TimeInForce FOK = new FillOrKill();

  /** Until it is cancelled. */
  record GoodTillCancelled() implements TimeInForce {}

  /** What can be filled at once; the rest is cancelled. */
  record ImmediateOrCancel() implements TimeInForce {}

  /** All at once or not at all. */
  record FillOrKill() implements TimeInForce {}

  /** Until a time, not included, epoch nanoseconds. */
  record GoodTillDate(long untilNs) implements TimeInForce {}
}
