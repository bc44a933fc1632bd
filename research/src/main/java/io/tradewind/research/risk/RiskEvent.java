package io.tradewind.research.risk;

import java.util.Locale;

/**
 * A limit, breaker or lock that did something.
 *
 * @param timeNs when
 * @param kind what it did
 * @param name of the limit, breaker or lock, in words
 * @param detail its figures, and until when it holds
 */
public record RiskEvent(long timeNs, Kind kind, String name, String detail) {

  /** What happened. */
  public enum Kind {
    /** A loss or what is held came near its limit, or the drawdown that warns was reached. */
    WARNED("warned"),
    /** A loss reached its limit. */
    LIMIT("limit reached"),
    /** A breaker tripped. */
    TRIPPED("breaker tripped"),
    /** A breaker let go. */
    RETURNED("breaker returned"),
    /** Entries were locked after a trade. */
    LOCKED("entries locked"),
    /** An entry would have lost too much by taking. */
    GUARDED("entry guarded"),
    /** A hedge was opened, changed, ended or refused. */
    HEDGED("hedge changed"),
    /** Somebody pressed the button. */
    EMERGENCY("emergency stop"),
    /** Somebody took back what held. */
    RESUMED("resumed by hand"),
    /** The engine halted. */
    HALTED("halted");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }

    /** The word that stands in JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
