package io.tradewind.store.catalog;

import io.tradewind.store.catalog.StoreException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/**
 * Replaces files whole: written beside the target under a hidden temporary name, flushed, renamed.
 * Whoever dies in between leaves the old file as it was and a temporary file that the next write
 * sweeps away.
 */
final class AtomicFile {
  private static final String TEMP = ".tmp";

  private final WriteStep steps;

  AtomicFile(WriteStep steps) {
    this.steps = steps;
  }

  /** Writes the content of a file to the path that it is given. */
  interface Content {
    void writeTo(Path temp) throws IOException, SQLException;
  }

  void replace(Path target, Content content) {
    Path folder = parent(target);
    Path temp =
        folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + TEMP);
    try {
      Files.createDirectories(folder);
      content.writeTo(temp);
      steps.reached(WriteStep.Step.WRITTEN, target);
      flush(temp);
      steps.reached(WriteStep.Step.FLUSHED, target);
      Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      steps.reached(WriteStep.Step.RENAMED, target);
      flushFolder(folder);
    } catch (IOException | SQLException | UncheckedIOException e) {
      throw notWritable(target, e);
    }
  }

  /** Removes what a write that died has left in a folder. */
  static void sweep(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".data.*" + TEMP)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  static StoreException notWritable(Path target, Exception cause) {
    return new StoreException(
        Reason.NOT_WRITABLE,
        "can't write "
            + target
            + ": "
            + firstLine(cause)
            + "; check the rights and the free space there, then run the command again"
            + " (what was stored before is untouched)",
        cause);
  }

  static String firstLine(Exception cause) {
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    String line = message.lines().findFirst().orElse("");
    return cause instanceof SQLException ? line : cause.getClass().getSimpleName() + " " + line;
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a file needs a folder: " + file);
    }
    return parent;
  }

  private static void flush(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Makes the rename itself safe, where the system lets a folder be opened; Windows does not. */
  private static void flushFolder(Path folder) throws IOException {
    if (java.io.File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
