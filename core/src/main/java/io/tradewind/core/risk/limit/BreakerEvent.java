package io.tradewind.core.risk.limit;

import java.util.OptionalInt;

/** What happened to a breaker, for the audit. */
public sealed interface BreakerEvent {

  /** When, epoch nanoseconds. */
  long timeNs();

  /**
   * It tripped, or tripped once more while it held and now holds longer.
   *
   * @param timeNs when
   * @param stop what holds now, why, and until when
   */
  record Tripped(long timeNs, ActiveStop stop) implements BreakerEvent {}

  /**
   * It no longer holds.
   *
   * @param timeNs from when on
   * @param reason which breaker
   * @param instrument of which instrument, where it is of one
   * @param sinceNs when it had tripped
   * @param byHand whether somebody resumed; else its cooling time was over
   */
  record Returned(
      long timeNs, StopReason reason, OptionalInt instrument, long sinceNs, boolean byHand)
      implements BreakerEvent {}
}
