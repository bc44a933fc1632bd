package io.tradewind.app.run;

import io.tradewind.app.terminal.UserMistake;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.report.CsvReport;
import io.tradewind.research.report.HtmlReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes what a run leaves on disk: whole files or none. */
public final class ReportFiles {
  private ReportFiles() {}

  /** Writes one file. */
  private interface Content {
    void write(Path file) throws IOException;
  }

  /**
   * Makes sure, before a long run, that a file can be written afterwards.
   *
   * @throws UserMistake if it can't
   */
  public static void check(Path file) {
    Path target = file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new UserMistake("can't write " + file + ": it is a folder; name a file in it");
    }
    Path folder = target.resolveSibling("");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw refused(file, e);
    }
    if (!Files.isWritable(Files.exists(target) ? target : folder)) {
      throw refused(file, new AccessDeniedException(target.toString()));
    }
  }

  /** Writes the report. */
  public static void html(BacktestResult result, Path file) {
    write(file, target -> HtmlReport.write(result, target));
  }

  /** Writes the trades. */
  public static void csv(BacktestResult result, Path file) {
    write(
        file,
        target -> {
          try (Writer out = Files.newBufferedWriter(target)) {
            CsvReport.write(result.trades(), out);
          }
        });
  }

  /** By way of a file beside it, but for devices and pipes, which can't be replaced. */
  private static void write(Path file, Content content) {
    Path target = file.toAbsolutePath();
    Path beside = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        content.write(target);
        return;
      }
      try {
        content.write(beside);
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw refused(file, e);
    } catch (UncheckedIOException e) {
      throw refused(file, new IOException(e.getMessage(), e));
    }
  }

  private static UserMistake refused(Path file, IOException e) {
    String reason =
        switch (e) {
          case AccessDeniedException _ -> "it is not allowed";
          case FileSystemException f when f.getReason() != null -> f.getReason();
          default -> String.valueOf(e.getMessage());
        };
    return new UserMistake(
        "can't write " + file + ": " + reason + "; make room or rights there, or name another file",
        e);
  }
}
