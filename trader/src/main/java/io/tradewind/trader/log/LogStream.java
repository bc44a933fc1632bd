package io.tradewind.trader.log;

import java.util.Locale;

/** A file of its own, with those it turned over into. */
public enum LogStream {
  /** All that is in no other: starts, ends, components, libraries. */
  MAIN,
  /** Orders, fills and trades. */
  TRADES,
  /** What strategies said and what became of it. */
  SIGNALS,
  /** Whatever is an error, from all streams. */
  ERRORS,
  /** How the session stands, once a minute, and its days. */
  PERFORMANCE,
  /** Calls of venues. */
  API,
  /** Limits, breakers, locks, halts. */
  RISK;

  /** Its name in settings and in the names of its files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
