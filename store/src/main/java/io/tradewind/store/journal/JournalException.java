package io.tradewind.store.journal;

/** A journal that cannot be read on; the message names the place and what to do. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a text for the user. */
  public JournalException(String message) {
    super(message);
  }

  /** With a text for the user and what led to it. */
  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
