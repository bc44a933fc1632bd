package io.tradewind.app.run;

import io.tradewind.app.terminal.UserMistake;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.report.CsvReport;
import io.tradewind.research.report.EquityMode;
import io.tradewind.research.report.HtmlReport;
import io.tradewind.research.report.ParquetReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.exc.JacksonIOException;

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

  /**
   * As {@link #check}, of a folder for Parquet files.
   *
   * @throws UserMistake if they can't be written into it
   */
  public static void checkParquet(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UserMistake(
          "can't write into " + folder + ": it is no folder; name a folder (--parquet)");
    }
    ParquetReport.FILES.forEach(name -> check(folder.resolve(name)));
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

  /** Writes the Parquet files, all of them before the first takes its place. */
  public static void parquet(BacktestResult result, EquityMode equity, Path folder) {
    Path beside = folder.resolve(".tradewind.part");
    try {
      Files.createDirectories(beside);
      try {
        ParquetReport.write(result, equity, beside);
        for (String name : ParquetReport.FILES) {
          Files.move(
              beside.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      } finally {
        for (String name : ParquetReport.FILES) {
          Files.deleteIfExists(beside.resolve(name));
        }
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw refused(folder, e);
    } catch (JacksonIOException e) {
      throw refused(folder, new IOException(e.getMessage(), e));
    }
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
