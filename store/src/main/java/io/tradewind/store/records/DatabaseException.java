package io.tradewind.store.records;

/** A database that cannot be used, and why. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient DatabaseTrouble trouble;

  /** With what led to it. */
  DatabaseException(DatabaseTrouble trouble, Throwable cause) {
    super(trouble.text(), cause);
    this.trouble = trouble;
  }

  DatabaseException(DatabaseTrouble trouble) {
    super(trouble.text());
    this.trouble = trouble;
  }

  /** Why. */
  public DatabaseTrouble trouble() {
    return trouble;
  }
}
