package io.tradewind.app.session;

import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.AuditFile;
import io.tradewind.store.disk.DiskException;
import io.tradewind.trader.run.ComponentBoard;

/** Takes room for the audit's next file ahead, and says where there is none. */
final class AuditRoom {
  private static final String COMPONENT = "audit";
  private static final long AGAIN_NS = 5 * Utc.SECOND_NS;

  private final AuditFile audit;
  private final ComponentBoard components;
  private long nextNs = Long.MIN_VALUE;

  AuditRoom(AuditFile audit, ComponentBoard components) {
    this.audit = audit;
    this.components = components;
  }

  /** One step. */
  void step(long nowNs) {
    if (nowNs < nextNs) {
      return;
    }
    nextNs = nowNs + AGAIN_NS;
    try {
      audit.prepare();
      components.set(COMPONENT, Level.UP, "", nowNs);
    } catch (DiskException e) {
      String why = "its next file cannot be made: " + e.getMessage();
      components.set(COMPONENT, Level.DEGRADED, why, nowNs);
    }
  }
}
