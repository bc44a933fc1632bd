package io.tradewind.app.terminal;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

  /** Why a file or folder can't be had, without its path, which the message names. */
  public static String reason(Exception e) {
    return switch (e) {
      case AccessDeniedException _ -> "it is not allowed";
      case FileAlreadyExistsException _ -> "a file is in its place";
      case NoSuchFileException _ -> "the system takes no files there";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      case FileSystemException f -> f.getClass().getSimpleName();
      default ->
          e.getCause() instanceof IOException cause
              ? reason(cause)
              : e.getMessage() == null ? inWords(e) : e.getMessage();
    };
  }

  /** Of those that the JDK throws without a word. */
  private static String inWords(Exception e) {
    return switch (e) {
      case ConnectException _ -> "nobody listens there";
      case UnresolvedAddressException _ -> "there is no such host";
      default -> e.getClass().getSimpleName();
    };
  }
}
