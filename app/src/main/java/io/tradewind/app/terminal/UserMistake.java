package io.tradewind.app.terminal;

import java.nio.file.Files;
import java.nio.file.Path;

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

  /** Of what was named as a file and is none. */
  public static UserMistake noFile(Path file, String option) {
    String what =
        Files.isDirectory(file) ? file + " is a folder, not a file" : "there is no file " + file;
    return new UserMistake(what + " (" + option + ")");
  }
}
