package io.tradewind.core.golive;

import io.tradewind.core.risk.limit.StopReason;

/** Something that was shown to work. */
public sealed interface Evidence {

  /** When it was shown. */
  long timeNs();

  /** Rows were written and read back. */
  record Tables(long timeNs, String what) implements Evidence {}

  /** A message arrived. */
  record Notification(long timeNs, String what) implements Evidence {}

  /** A venue took the keys. */
  record Keys(long timeNs, String what) implements Evidence {}

  /** A backup was restored. */
  record Backup(long timeNs, String what) implements Evidence {}

  /** A limit, breaker or stop was triggered and did what it should. */
  record Triggered(long timeNs, StopReason stop) implements Evidence {}
}
