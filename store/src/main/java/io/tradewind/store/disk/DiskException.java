package io.tradewind.store.disk;

/** The disk failed; the message names the file, the cause and what to do. */
public final class DiskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Cause cause;

  /** Why. */
  public enum Cause {
    /** No room is left. */
    FULL,
    /** The rights are missing. */
    DENIED,
    /** The file is not there. */
    MISSING,
    /** Another process has the folder. */
    LOCKED,
    /** Anything else. */
    FAILED
  }

  /** With a text for the user. */
  public DiskException(Cause cause, String message) {
    super(message);
    this.cause = cause;
  }

  /** With a text for the user and what led to it. */
  public DiskException(Cause cause, String message, Throwable from) {
    super(message, from);
    this.cause = cause;
  }

  /** Why. */
  public Cause reason() {
    return cause;
  }
}
