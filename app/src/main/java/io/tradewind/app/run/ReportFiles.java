package io.tradewind.app.run;

import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Home;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.journal.JournalEntry;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.journal.JournalLines;
import io.tradewind.research.report.CsvReport;
import io.tradewind.research.report.EquityMode;
import io.tradewind.research.report.HtmlReport;
import io.tradewind.research.report.ParquetReport;
import io.tradewind.research.risk.RiskHtml;
import io.tradewind.research.risk.RiskReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.exc.JacksonIOException;

/** Writes what a run leaves on disk: whole files or none. */
public final class ReportFiles {
  /** So many bytes of a file tell what it is. */
  private static final int HEAD = 2_000;

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
      throw new UserMistake(
          "can't write "
              + file
              + ": the folder "
              + folder
              + " can't be made, "
              + UserMistake.reason(e)
              + "; name another file",
          e);
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw refused(file, new AccessDeniedException(target.toString()));
    }
    if (!isDevice(target)) {
      tryBeside(file, beside(target));
    }
  }

  /** Rights alone do not tell: the system refuses files in some folders, and some long names. */
  private static void tryBeside(Path file, Path beside) {
    try {
      try {
        Files.write(beside, new byte[1]);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw refused(file, e);
    }
  }

  /**
   * As {@link #check(Path)}, of all that a run is to leave: besides, no file may be another's, lie
   * in the store, or take the place of what no run has written.
   *
   * @param mistakes takes what is wrong
   */
  public static void check(Configuration.Report report, Home home, Mistakes mistakes) {
    Map<Path, String> flags = new HashMap<>();
    report
        .html()
        .ifPresent(file ->
            mistakes.check(() -> {
              checkApart(file, "--report", home, flags);
              checkOurs(file, HtmlReport.MARK, "--report", "no report");
            }));
    report
        .tradesCsv()
        .ifPresent(file ->
            mistakes.check(() -> {
              checkApart(file, "--csv", home, flags);
              checkOurs(file, CsvReport.HEADER, "--csv", "no list of a run's trades");
            }));
    report
        .journal()
        .ifPresent(file ->
            mistakes.check(() -> {
              checkApart(file, "--journal", home, flags);
              checkOurs(file, JournalLines.MARK, "--journal", "no journal");
            }));
    report.parquet().ifPresent(folder -> mistakes.check(() -> checkParquet(folder, home, flags)));
  }

  /**
   * Makes sure that a file does not lie in the store, whose files only an import may change.
   *
   * @throws UserMistake if it does
   */
  public static void checkOutside(Path file, Home home) {
    if (real(file).startsWith(real(home.store()))) {
      throw new UserMistake(
          "can't write " + file + ": it lies in the store of market data; name a file elsewhere");
    }
  }

  private static void checkParquet(Path folder, Home home, Map<Path, String> flags) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UserMistake(
          "can't write into " + folder + ": it is no folder; name a folder (--parquet)");
    }
    ParquetReport.FILES.forEach(name -> checkApart(folder.resolve(name), "--parquet", home, flags));
  }

  private static void checkApart(Path file, String flag, Home home, Map<Path, String> flags) {
    checkOutside(file, home);
    check(file);
    if (!isDevice(file) && flags.containsKey(real(file))) {
      throw new UserMistake(
          flags.get(real(file)) + " and " + flag + " both write " + file + "; name two files");
    }
    flags.put(real(file), flag);
  }

  /** A file without a run's mark is somebody's: signals, candles, a strategy. */
  private static void checkOurs(Path file, String mark, String flag, String isNone) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      if (!start.isEmpty() && !start.contains(mark)) {
        throw new UserMistake(
            flag
                + " would overwrite "
                + file
                + ", which is "
                + isNone
                + "; name another file, or delete that one");
      }
    } catch (IOException e) {
      throw refused(file, e);
    }
  }

  /** The same for all names of a file, whether it is there or not. */
  private static Path real(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    try {
      return whole.toRealPath();
    } catch (IOException _) {
      Path folder = whole.getParent();
      return folder == null ? whole : real(folder).resolve(whole.getFileName());
    }
  }

  /** Writes the report. */
  public static void html(BacktestResult result, Path file) {
    write(file, target -> HtmlReport.write(result, target));
  }

  /** Writes the report of risk. */
  public static void riskHtml(RiskReport report, Path file) {
    write(file, target -> RiskHtml.write(report, target));
  }

  /** Writes the trades. */
  public static void csv(BacktestResult result, Path file) {
    write(
        file,
        target -> {
          try (Writer out = Files.newBufferedWriter(target)) {
            CsvReport.write(result, out);
          }
        });
  }

  /** Writes the journal. */
  public static void journal(List<JournalEntry> entries, Path file) {
    write(
        file,
        target -> {
          try (Writer out = Files.newBufferedWriter(target)) {
            JournalLines.write(entries, out);
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
    } catch (IOException | JacksonIOException e) {
      throw refused(folder, e);
    }
  }

  /** By way of a file beside it, but for devices and pipes, which can't be replaced. */
  private static void write(Path file, Content content) {
    Path target = file.toAbsolutePath();
    Path beside = beside(target);
    try {
      if (isDevice(target)) {
        content.write(target);
        return;
      }
      try {
        content.write(beside);
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException | UncheckedIOException e) {
      throw refused(file, e);
    }
  }

  private static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  private static Path beside(Path target) {
    return target.resolveSibling("." + target.getFileName() + ".part");
  }

  private static UserMistake refused(Path file, Exception e) {
    return new UserMistake(
        "can't write "
            + file
            + ": "
            + UserMistake.reason(e)
            + "; make room or rights there, or name another file",
        e);
  }
}
