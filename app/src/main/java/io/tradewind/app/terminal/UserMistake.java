package io.tradewind.app.terminal;

/**
 * Ends a command with a message for its user: what is wrong, and the way out. Caught at one place,
 * which prints it and answers with exit code 2.
 */
public final class UserMistake extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what the user is to read. */
  public UserMistake(String message) {
    super(message);
  }

  /** With what the user is to read, and what {@code --debug} shows. */
  public UserMistake(String message, Throwable cause) {
    super(message, cause);
  }
}
