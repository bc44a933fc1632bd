package io.tradewind.core.risk.sizing;

/** What {@link EntryFloors} says. */
public sealed interface FloorDecision {

  /** The entry reaches every floor. */
  record Pass() implements FloorDecision {}

  /**
   * The entry does not.
   *
   * @param floor the first that it misses
   * @param detail with its figures
   */
  record Below(Floor floor, String detail) implements FloorDecision {}
}
