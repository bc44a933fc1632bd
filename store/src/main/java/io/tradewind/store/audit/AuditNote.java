package io.tradewind.store.audit;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import java.util.List;

/**
 * What happened around the engine. The engine does not tell it again when a journal is replayed, so
 * it must be {@linkplain AuditFile#force forced} before anybody relies on it. A new kind is a new
 * record here.
 */
public sealed interface AuditNote permits AuditNote.Session, Reconciliation, Incident {

  /** When, epoch nanoseconds. */
  long timeNs();

  /** About the session itself. */
  sealed interface Session extends AuditNote {}

  /**
   * A process began to run the session, or took it up again.
   *
   * @param mode such as paper or live
   * @param code version of the program
   * @param cashScale scale of equity and of amounts of cash
   * @param books names of the strategies by place
   * @param instruments by place, which are their indices in orders
   */
  record SessionStarted(
      long timeNs,
      String mode,
      String code,
      int cashScale,
      List<String> books,
      List<Instrument> instruments)
      implements Session {
    /** Copies the lists. */
    public SessionStarted {
      books = List.copyOf(books);
      instruments = List.copyOf(instruments);
      Check.argument(
          cashScale >= 0 && cashScale <= 18, "a scale is within 0..18, was %s", cashScale);
    }
  }

  /** The process ended as it was asked to. */
  record SessionEnded(long timeNs, String reason) implements Session {}

  /**
   * Somebody goes to real money against the go-live gate.
   *
   * @param who said so
   * @param stage that was not reached
   * @param missing what was not shown, a line each
   */
  record GateOverridden(long timeNs, String who, String stage, List<String> missing)
      implements Session {
    /** Copies the list. */
    public GateOverridden {
      missing = List.copyOf(missing);
    }
  }

  /** Equity within the day, in cash scale. */
  record EquityMarked(long timeNs, long equityScaled) implements Session {}
}
