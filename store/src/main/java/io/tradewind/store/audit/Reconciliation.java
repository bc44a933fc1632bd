package io.tradewind.store.audit;

import io.tradewind.analytics.check.Check;
import java.util.List;

/**
 * Our books were compared with the venue's.
 *
 * @param timeNs when the venue's answer was there, epoch nanoseconds
 * @param venue who was asked
 * @param occasion why then
 * @param compared how many things were looked at
 * @param differences what was not the same, also within its tolerance
 */
public record Reconciliation(
    long timeNs, String venue, Occasion occasion, int compared, List<Difference> differences)
    implements AuditNote {
  /** Copies the list and checks the range. */
  public Reconciliation {
    Check.argument(compared >= 0, "compared must be >= 0, was %s", compared);
    differences = List.copyOf(differences);
  }

  /** Why it was done. */
  public enum Occasion {
    /** The trader starts. */
    START,
    /** The line was gone and is back. */
    RECONNECT,
    /** Its time has come. */
    PERIODIC,
    /** Somebody asked. */
    BY_HAND
  }

  /** What was compared. */
  public enum Subject {
    /** An order that stands. */
    ORDER,
    /** A fill. */
    FILL,
    /** A position. */
    POSITION,
    /** A balance. */
    BALANCE
  }

  /** How the two differ. */
  public enum Deviation {
    /** We have it and the venue does not. */
    PHANTOM,
    /** The venue has it and we do not. */
    MISSING,
    /** Both have it, in other amounts. */
    AMOUNT
  }

  /** What was done about it. */
  public enum Action {
    /** Nothing: it is within its tolerance. */
    TOLERATED,
    /** Somebody was told. */
    ALERTED,
    /** Ours was set to the venue's. */
    CORRECTED
  }

  /**
   * One thing that was not the same. The amounts and the tolerance are in one scale.
   *
   * @param name of the order, the fill, the instrument or the asset
   * @param oursScaled 0 where we have none
   * @param venueScaled 0 where the venue has none
   * @param toleranceScaled what may differ, at least 0
   */
  public record Difference(
      Subject subject,
      Deviation deviation,
      String name,
      long oursScaled,
      long venueScaled,
      long toleranceScaled,
      int scale,
      Action action) {
    /** Checks the ranges. */
    public Difference {
      Check.argument(toleranceScaled >= 0, "toleranceScaled must be >= 0, was %s", toleranceScaled);
      Check.argument(scale >= 0 && scale <= 18, "a scale is within 0..18, was %s", scale);
    }
  }
}
