package io.tradewind.trader.session;

/** A session cannot go on as it is; the text says why, and what to do. */
public final class SessionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With a text for the user. */
  public SessionException(String text) {
    super(text);
  }

  /** With a text for the user, and its cause. */
  public SessionException(String text, Throwable cause) {
    super(text, cause);
  }
}
