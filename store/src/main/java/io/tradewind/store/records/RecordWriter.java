package io.tradewind.store.records;

import io.tradewind.store.audit.AuditEntry;
import io.tradewind.store.audit.AuditLine;
import io.tradewind.store.records.DatabaseTrouble.Cause;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Takes lines of an audit into a database: some at a time, all of them with the cursor in one
 * transaction or none. What is there already is passed over. Nothing is remembered between two
 * calls but by the database, so that it does not matter where a process ends, and a database that
 * was built anew is the same.
 */
public final class RecordWriter {
  private final Database database;
  private final long session;
  private final Consumer<Handle> beforeCommit;

  /** Of one session. */
  public RecordWriter(Database database, long session) {
    this(database, session, handle -> {});
  }

  /** With something that happens after the rows and the cursor and before they hold. */
  RecordWriter(Database database, long session, Consumer<Handle> beforeCommit) {
    this.database = database;
    this.session = session;
    this.beforeCommit = beforeCommit;
  }

  /** How far the session is. */
  public Cursor cursor() {
    return database.read(this::cursor);
  }

  private Cursor cursor(Handle handle) {
    return handle
        .createQuery("SELECT line, hash FROM audit_cursor WHERE session = :session")
        .bind("session", session)
        .map((row, context) -> new Cursor(row.getLong("line"), row.getString("hash")))
        .findOne()
        .orElse(Cursor.START);
  }

  /**
   * Takes lines, which follow each other.
   *
   * @return how far the session is then
   * @throws DatabaseException if it cannot; then nothing is taken
   */
  public Cursor write(List<AuditLine> lines) {
    return database.write(handle -> {
      Cursor cursor = cursor(handle);
      List<AuditLine> fresh = lines.stream().filter(line -> line.number() > cursor.line()).toList();
      if (fresh.isEmpty()) {
        return cursor;
      }
      checkFollow(cursor, fresh.getFirst());
      Batch batch = new Batch();
      RecordRows rows = new RecordRows(batch, session, Places.read(handle, session));
      for (AuditLine line : fresh) {
        switch (line.entry()) {
          case AuditEntry.Decision decision -> rows.add(line, decision.content());
          case AuditEntry.Note note -> rows.add(line, note.content());
        }
      }
      Cursor next = new Cursor(fresh.getLast().number(), fresh.getLast().hash());
      batch.upsert(
          "audit_cursor",
          "session, line, hash",
          "(session) DO UPDATE SET line = excluded.line, hash = excluded.hash",
          session,
          next.line(),
          next.hash());
      batch.run(handle.getConnection());
      beforeCommit.accept(handle);
      return next;
    });
  }

  private void checkFollow(Cursor cursor, AuditLine first) {
    if (first.number() != cursor.line() + 1) {
      throw new DatabaseException(
          new DatabaseTrouble(
              Cause.FOREIGN,
              "%s has the audit of session %s up to line %s; line %s does not follow"
                  .formatted(database.name(), session, cursor.line(), first.number())));
    }
  }
}
