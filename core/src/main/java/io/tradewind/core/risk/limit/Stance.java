package io.tradewind.core.risk.limit;

import java.util.OptionalLong;

/** What the limits and breakers allow at a moment. Reductions and cancels are always allowed. */
public sealed interface Stance {
  /** Nothing is in the way. */
  Stance OPEN = new Open();

  /** Entries are allowed. */
  record Open() implements Stance {}

  /**
   * Nothing may open or add.
   *
   * @param reason why
   * @param untilNs from when on entries are allowed; empty: when somebody resumes by hand
   */
  record NoEntries(StopReason reason, OptionalLong untilNs) implements Stance {}

  /**
   * Nothing may open and everything is to be closed, until somebody resumes by hand.
   *
   * @param reason why
   */
  record CloseAll(StopReason reason) implements Stance {}

  /** The worse of two, the first where both are alike; what lasts longer is worse. */
  static Stance worst(Stance a, Stance b) {
    int order = Integer.compare(rank(a), rank(b));
    if (order != 0) {
      return order > 0 ? a : b;
    }
    return untilNs(a) >= untilNs(b) ? a : b;
  }

  private static int rank(Stance stance) {
    return switch (stance) {
      case Open _ -> 0;
      case NoEntries _ -> 1;
      case CloseAll _ -> 2;
    };
  }

  private static long untilNs(Stance stance) {
    return switch (stance) {
      case NoEntries no -> no.untilNs().orElse(Long.MAX_VALUE);
      case Open _, CloseAll _ -> Long.MAX_VALUE;
    };
  }
}
