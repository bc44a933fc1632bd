package io.tradewind.store.records;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Why a database cannot be used.
 *
 * @param cause in which way
 * @param text for people, with what to do
 */
public record DatabaseTrouble(Cause cause, String text) {

  /** In which way. */
  public enum Cause {
    /** Another process writes to it. */
    LOCKED,
    /** No room is left. */
    FULL,
    /** Nobody answers, or the line broke. */
    UNREACHABLE,
    /** User, password or rights. */
    DENIED,
    /** It took longer than it may. */
    TOO_SLOW,
    /** A newer program has changed its tables. */
    NEWER,
    /** It was filled from another audit. */
    FOREIGN,
    /** The audit that it is filled from cannot be read. */
    AUDIT,
    /** The file is damaged. */
    DAMAGED,
    /** Anything else. */
    FAILED
  }

  /** What a failure means. */
  static DatabaseTrouble of(Throwable failure, String name) {
    if (failure instanceof DatabaseException known) {
      return known.trouble();
    }
    for (Throwable next = failure; next != null; next = next.getCause()) {
      if (next instanceof SQLiteException sqlite) {
        return of(sqlite, name);
      }
      if (next instanceof SQLException sql && sql.getSQLState() != null) {
        return of(sql, name);
      }
    }
    boolean isPool = failure instanceof SQLTransientConnectionException;
    return isPool
        ? unreachable(name, message(failure))
        : new DatabaseTrouble(
            Cause.FAILED, "%s failed: %s".formatted(name, message(rootOf(failure))));
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof FlywayException)) {
      root = root.getCause();
    }
    return root;
  }

  private static DatabaseTrouble of(SQLiteException failure, String name) {
    SQLiteErrorCode code = failure.getResultCode();
    // The lower byte of an extended code is the code itself.
    return switch (code.code & 0xff) {
      case 5, 6 ->
          new DatabaseTrouble(
              Cause.LOCKED,
              "another process writes to %s; end it, or give this one a file of its own"
                  .formatted(name));
      case 13 ->
          new DatabaseTrouble(
              Cause.FULL, "there is no room for %s; make room on its disk".formatted(name));
      case 3, 8, 14, 23 ->
          new DatabaseTrouble(
              Cause.DENIED,
              "%s cannot be opened or written (%s); look at its folder and its rights"
                  .formatted(name, code));
      case 9 -> tooSlow(name);
      case 11, 26 ->
          new DatabaseTrouble(
              Cause.DAMAGED,
              "%s is damaged (%s); move it away, and it is built anew from the audit"
                  .formatted(name, code));
      default ->
          new DatabaseTrouble(Cause.FAILED, "%s failed: %s".formatted(name, message(failure)));
    };
  }

  private static DatabaseTrouble of(SQLException failure, String name) {
    String state = String.valueOf(failure.getSQLState());
    if (state.equals("57014")) {
      return tooSlow(name);
    }
    if (state.equals("55P03") || state.startsWith("40")) {
      return new DatabaseTrouble(
          Cause.LOCKED,
          "another process holds what is needed of %s: %s".formatted(name, message(failure)));
    }
    if (state.equals("53100")) {
      return new DatabaseTrouble(
          Cause.FULL, "there is no room for %s; make room on the server's disk".formatted(name));
    }
    if (state.startsWith("28") || state.equals("42501") || state.equals("3D000")) {
      return new DatabaseTrouble(
          Cause.DENIED,
          "%s does not let us in: %s; look at its name, user, password and rights"
              .formatted(name, message(failure)));
    }
    boolean isLine = state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    return isLine
        ? unreachable(name, message(failure))
        : new DatabaseTrouble(Cause.FAILED, "%s failed: %s".formatted(name, message(failure)));
  }

  private static DatabaseTrouble unreachable(String name, String why) {
    return new DatabaseTrouble(
        Cause.UNREACHABLE,
        "%s cannot be reached: %s; look whether its server runs".formatted(name, why));
  }

  private static DatabaseTrouble tooSlow(String name) {
    return new DatabaseTrouble(
        Cause.TOO_SLOW, "a query of %s took longer than it may".formatted(name));
  }

  /** The first line, without the library's stack of causes. */
  private static String message(Throwable failure) {
    String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    return first.isEmpty() ? failure.getClass().getSimpleName() : first;
  }
}
