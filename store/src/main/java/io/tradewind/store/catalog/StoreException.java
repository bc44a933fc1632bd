package io.tradewind.store.catalog;

/** The disk fails the store; the message names the file, the cause and the way out. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Reason {
    /** A Parquet file cannot be read as one. */
    CORRUPT_FILE,
    /** The system refuses to read. */
    NOT_READABLE,
    /** The system refuses to write: rights, or no space. */
    NOT_WRITABLE,
    /** Another process or store object is writing. */
    LOCKED
  }

  private final Reason reason;

  StoreException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
