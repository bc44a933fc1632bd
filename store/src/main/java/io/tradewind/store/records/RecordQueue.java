package io.tradewind.store.records;

import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.AuditException;
import io.tradewind.store.audit.AuditLine;
import io.tradewind.store.audit.AuditReader;
import io.tradewind.store.disk.DiskException;
import io.tradewind.store.records.DatabaseTrouble.Cause;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The way from the audit to the database. The audit file is the queue: nothing is kept in memory
 * however long the database is away. Whoever runs it calls {@link #doWork} again and again on a
 * thread of its own, since a database may take its time; {@link #state} may be asked by others.
 */
public final class RecordQueue implements AutoCloseable {
  private static final int LINES = 500;
  private static final long FIRST_WAIT_NS = Utc.SECOND_NS;
  private static final long LONGEST_WAIT_NS = 16 * Utc.SECOND_NS;

  private final AuditReader audit;
  private final LongSupplier forcedLine;
  private final DatabaseSettings settings;
  private final long session;
  private volatile Optional<Database> database = Optional.empty();
  private Cursor cursor = Cursor.START;
  private long waitNs = FIRST_WAIT_NS;
  private OptionalLong behindSinceNs = OptionalLong.empty();
  private volatile RecordState state = new RecordState.Behind(0, 0);

  /**
   * Of one session.
   *
   * @param audit a reader of its own
   * @param forcedLine number of the last line that is on disk for sure; the database never knows
   *     more
   */
  public RecordQueue(
      AuditReader audit, LongSupplier forcedLine, DatabaseSettings settings, long session) {
    this.audit = audit;
    this.forcedLine = forcedLine;
    this.settings = settings;
    this.session = session;
  }

  /** How it is. */
  public RecordState state() {
    return state;
  }

  /** The database while it can be used, for those who ask. */
  public Optional<Database> database() {
    return state instanceof RecordState.Away ? Optional.empty() : database;
  }

  /**
   * Takes some lines, or tries again when its time has come.
   *
   * @return how many lines were taken; 0: there is nothing to do at the moment
   */
  public int doWork(long nowNs) {
    if (state instanceof RecordState.Away away && nowNs < away.nextTryNs()) {
      return 0;
    }
    try {
      Database open = open();
      long forced = forcedLine.getAsLong();
      List<AuditLine> lines = audit.read(cursor.line(), forced, LINES);
      if (!lines.isEmpty()) {
        cursor = new RecordWriter(open, session).write(lines);
      } else if (state instanceof RecordState.Away) {
        new RecordWriter(open, session).cursor();
      }
      waitNs = FIRST_WAIT_NS;
      tell(nowNs, forced);
      return lines.size();
    } catch (DatabaseException e) {
      away(nowNs, e.trouble());
    } catch (AuditException | DiskException e) {
      away(nowNs, new DatabaseTrouble(Cause.AUDIT, String.valueOf(e.getMessage())));
    }
    return 0;
  }

  private void tell(long nowNs, long forced) {
    if (cursor.line() >= forced) {
      behindSinceNs = OptionalLong.empty();
      state = new RecordState.Writing(cursor.line());
      return;
    }
    behindSinceNs = OptionalLong.of(behindSinceNs.orElse(nowNs));
    state = new RecordState.Behind(forced - cursor.line(), behindSinceNs.getAsLong());
  }

  private void away(long nowNs, DatabaseTrouble trouble) {
    long since = state instanceof RecordState.Away away ? away.sinceNs() : nowNs;
    long missing = Math.max(0, forcedLine.getAsLong() - cursor.line());
    state = new RecordState.Away(missing, since, trouble, nowNs + waitNs);
    waitNs = Math.min(LONGEST_WAIT_NS, 2 * waitNs);
    behindSinceNs = OptionalLong.of(behindSinceNs.orElse(since));
    close();
  }

  private Database open() {
    if (database.isPresent()) {
      return database.get();
    }
    Database opened = Database.open(settings);
    try {
      Cursor there = new RecordWriter(opened, session).cursor();
      checkSameAudit(there);
      cursor = there;
      database = Optional.of(opened);
      return opened;
    } finally {
      if (database.isEmpty()) {
        opened.close();
      }
    }
  }

  /** The line up to which it was filled is in this audit. */
  private void checkSameAudit(Cursor there) {
    boolean isSame =
        there.line() == 0
            || (there.line() <= forcedLine.getAsLong()
                && audit
                    .read(there.line() - 1, there.line(), 1)
                    .getFirst()
                    .hash()
                    .equals(there.hash()));
    if (!isSame) {
      throw new DatabaseException(
          new DatabaseTrouble(
              Cause.FOREIGN,
              ("%s was filled from another audit of session %s, or this one lost its end: line %s"
                      + " is"
                      + " not the same; use another database, which is built anew from the audit")
                  .formatted(settings.name(), session, there.line())));
    }
  }

  /** Gives the database back; the next work opens it again. */
  @Override
  public void close() {
    database.ifPresent(Database::close);
    database = Optional.empty();
  }
}
