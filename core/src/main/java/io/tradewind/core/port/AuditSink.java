package io.tradewind.core.port;

import io.tradewind.core.audit.AuditRecord;

/** Where the engine's decisions are told, in sequence. */
public interface AuditSink {

  /** Takes the next record. */
  void accept(AuditRecord entry);
}
