package io.tradewind.core.execution;

import io.tradewind.analytics.check.Check;

/** What became of a child that was to be placed. */
public sealed interface Placement {

  /**
   * It left.
   *
   * @param handle that no other child of its parent has
   * @param qtyScaled what it asks for, in quantity scale; less than was to be placed where there
   *     was no room for more
   */
  record Placed(long handle, long qtyScaled) implements Placement {
    /** Checks the ranges. */
    public Placed {
      Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
    }
  }

  /** There is no room for what a venue takes at least. */
  record NoRoom() implements Placement {}

  /** It was refused before it left, by the risk gate for one. */
  record Refused() implements Placement {}
}
