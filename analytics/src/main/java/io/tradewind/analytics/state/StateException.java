package io.tradewind.analytics.state;

/** The bytes of a snapshot are not what the reader was built for: wrong kind, version or length. */
public final class StateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was expected and what was found. */
  public StateException(String message) {
    super(message);
  }
}
