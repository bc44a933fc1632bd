package io.tradewind.store.audit;

import io.tradewind.analytics.check.Check;

/** Something does not work, or works again: one alert for people. */
public sealed interface Incident extends AuditNote {

  /** What it is about: such as {@code binance.websocket} or {@code database}. */
  String component();

  /** When it began, which with the component is its name. */
  long sinceNs();

  /**
   * It began, or more is known of it.
   *
   * @param severity how bad
   * @param why in words, with what to do
   */
  record IncidentRaised(long timeNs, String component, long sinceNs, Severity severity, String why)
      implements Incident {
    /** Checks that it is named. */
    public IncidentRaised {
      Check.argument(!component.isBlank(), "an incident needs a component");
    }
  }

  /**
   * It is over.
   *
   * @param how what ended it
   */
  record IncidentEnded(long timeNs, String component, long sinceNs, String how)
      implements Incident {
    /** Checks that it is named. */
    public IncidentEnded {
      Check.argument(!component.isBlank(), "an incident needs a component");
    }
  }

  /** How bad it is. */
  enum Severity {
    /** To be known. */
    INFO,
    /** To be looked at. */
    WARNING,
    /** Trading is held up or at risk. */
    CRITICAL
  }
}
