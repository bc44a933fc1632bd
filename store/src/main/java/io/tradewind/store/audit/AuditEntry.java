package io.tradewind.store.audit;

import io.tradewind.core.audit.AuditRecord;
import java.util.Map;

/** What a line of an audit holds. */
public sealed interface AuditEntry {
  /** When, epoch nanoseconds. */
  long timeNs();

  /** The name of its kind, such as {@code order-moved}. */
  String kind();

  /** Its canonical JSON. */
  String json();

  /** A decision of the engine, which a replay makes again. */
  record Decision(AuditRecord content) implements AuditEntry {
    @Override
    public long timeNs() {
      return content.timeNs();
    }

    @Override
    public String kind() {
      return AuditJson.key(content.getClass());
    }

    @Override
    public String json() {
      return AuditJson.write((Record) content);
    }
  }

  /** What happened around it. */
  record Note(AuditNote content) implements AuditEntry {
    @Override
    public long timeNs() {
      return content.timeNs();
    }

    @Override
    public String kind() {
      return AuditJson.key(content.getClass());
    }

    @Override
    public String json() {
      return AuditJson.write((Record) content);
    }
  }

  /**
   * What a line holds.
   *
   * @throws AuditException if its kind is unknown or it is no such record
   */
  static AuditEntry read(String kind, String json) {
    Map<String, Class<?>> decisions = RecordShape.kinds(AuditRecord.class);
    Class<?> decision = decisions.get(kind);
    if (decision != null) {
      return new Decision((AuditRecord) AuditJson.read(json, decision));
    }
    Class<?> note = RecordShape.kinds(AuditNote.class).get(kind);
    if (note != null) {
      return new Note((AuditNote) AuditJson.read(json, note));
    }
    throw new AuditException(
        "'%s' is no kind of entry that this version knows; use a newer one".formatted(kind));
  }
}
