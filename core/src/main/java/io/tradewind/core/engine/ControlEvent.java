package io.tradewind.core.engine;

import io.tradewind.core.risk.limit.Lock;

/** What people, or the session's end, ask of the engine. */
public sealed interface ControlEvent {

  /** When, epoch nanoseconds. */
  long timeNs();

  /** Cancels every order and closes every position at the market: the session ends. */
  record CloseAll(long timeNs) implements ControlEvent {}

  /** Cancels every order and closes every position, and keeps at it until all is flat. */
  record EmergencyStop(long timeNs, String by) implements ControlEvent {}

  /** Takes back every halt, breaker and lock; who says so is kept. */
  record Resume(long timeNs, String by) implements ControlEvent {}

  /** Takes back one lock of entries, if it still holds; who says so is kept. */
  record LiftLock(long timeNs, Lock lock, String by) implements ControlEvent {}

  /**
   * The market data of an instrument can be relied on, or not: then nothing opens or adds there,
   * and what was on its way to is taken back.
   *
   * @param why what is wrong with it, or what it came back from
   */
  record DataJudged(long timeNs, int instrument, boolean isUsable, String why)
      implements ControlEvent {}

  /** Nothing opens any more; reductions and cancels pass. */
  record Halt(long timeNs, String reason) implements ControlEvent {}
}
