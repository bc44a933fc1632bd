package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.port.AuditSink;

/** Numbers the records of a session. */
final class AuditTrail implements Stateful {
  private final AuditSink sink;
  private long sequence;

  AuditTrail(AuditSink sink) {
    this.sink = sink;
  }

  /** The number of the record that is being made. */
  long next() {
    return ++sequence;
  }

  void write(AuditRecord entry) {
    sink.accept(entry);
  }

  @Override
  public void save(StateWriter out) {
    out.section("audit-trail", 1).writeLong(sequence);
  }

  @Override
  public void load(StateReader in) {
    in.section("audit-trail", 1);
    sequence = in.readLong();
  }
}
