package io.tradewind.core.risk.sizing;

/** What {@link LeveragePolicy} says. */
public sealed interface LeverageDecision {

  /**
   * The position may be held at this leverage.
   *
   * @param leverage at least 1
   * @param boundBy what decided it
   */
  record Hold(int leverage, LeverageRule boundBy) implements LeverageDecision {}

  /**
   * No leverage is low enough.
   *
   * @param by what forbids it
   * @param detail with its figures
   */
  record Refuse(LeverageRule by, String detail) implements LeverageDecision {}
}
