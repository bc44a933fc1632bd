package io.tradewind.trader.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.time.Utc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Files, their turning over, levels, and disks that fail. */
class LogFilesTest {
  private static final long TIME_NS = 1_767_599_700L * Utc.SECOND_NS;

  @TempDir private Path folder;

  private final List<String> trouble = new ArrayList<>();

  private LogFiles open(Path in, LogSettings settings) {
    return LogFiles.open(in, settings, new Secrets(), trouble::add);
  }

  private static LogLine line(LogStream stream, LogLevel level, String message) {
    return LogLine.of(stream, level, stream.key(), TIME_NS, message);
  }

  @Test
  void aLineIsJson() throws IOException {
    try (LogFiles files = open(folder, LogSettings.STANDARD)) {
      files.write(line(LogStream.TRADES, LogLevel.INFO, "say \"hi\" {}\n").about("{\"qty\":1}"));
    }
    assertThat(Lines.of(folder, LogStream.TRADES))
        .containsExactly(
            "{\"time\":\"2026-01-05T07:55:00Z\",\"level\":\"INFO\",\"component\":\"trades\","
                + "\"thread\":\""
                + Thread.currentThread().getName()
                + "\",\"message\":\"say \\\"hi\\\" {}\\n\",\"entry\":{\"qty\":1}}");
    assertThat(trouble).isEmpty();
  }

  @Test
  void eachStreamHasItsFileAndErrorsAreAlsoAmongTheErrors() throws IOException {
    try (LogFiles files = open(folder, LogSettings.STANDARD)) {
      for (LogStream stream : LogStream.values()) {
        files.write(line(stream, LogLevel.INFO, "plain"));
        files.write(line(stream, LogLevel.CRITICAL, "bad"));
      }
      files.thrown("feed", TIME_NS, new IllegalStateException());
      files.thrown("feed", TIME_NS, new IllegalStateException("a\nb", new IOException("inner")));
    }
    for (LogStream stream : LogStream.values()) {
      if (stream != LogStream.ERRORS) {
        assertThat(Lines.of(folder, stream)).hasSize(2);
      }
    }
    List<String> errors = Lines.of(folder, LogStream.ERRORS);
    assertThat(errors).hasSize(1 + LogStream.values().length + 2);
    assertThat(errors.getLast()).contains("IllegalStateException", "inner", "LogFilesTest");
    assertThat(Lines.all(folder))
        .allSatisfy(line -> assertThat(Lines.json(line).path("message").asString()).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          api,           INFO,     true
          api,           DEBUG,    false
          risk,          DEBUG,    true
          trades,        INFO,     false
          trades,        WARNING,  false
          trades,        ERROR,    false
          trades,        CRITICAL, true
          venues,        WARNING,  false
          venues,        ERROR,    true
          venues.http,   DEBUG,    true
          venues.http.x, DEBUG,    true
          venues.httpx,  WARNING,  false
          venuesx,       INFO,     true
          """)
  void aLevelIsThatOfTheComponentOrTheNearestAbove(
      String component, LogLevel level, boolean isWritten) throws IOException {
    LogSettings settings =
        LogSettings.STANDARD
            .with("risk", LogLevel.DEBUG)
            .with("trades", LogLevel.CRITICAL)
            .with("venues", LogLevel.ERROR)
            .with("venues.http", LogLevel.DEBUG);
    try (LogFiles files = open(folder, settings)) {
      assertThat(files.takes(component, level)).isEqualTo(isWritten);
      files.write(LogLine.of(LogStream.MAIN, level, component, TIME_NS, "words"));
    }
    List<String> lines = Lines.of(folder, LogStream.MAIN);
    assertThat(lines).hasSize(isWritten ? 1 : 0);
    lines.forEach(
        line -> assertThat(Lines.json(line).path("level").asString()).isEqualTo(level.name()));
  }

  @Test
  void filesTurnOverBySizeAndTheOldestGoes() throws IOException {
    int bytes = 2_000;
    LogSettings small = new LogSettings(bytes, 4, LogLevel.INFO, LogSettings.STANDARD.levels());
    int most = 0;
    try (LogFiles files = open(folder, small)) {
      for (int i = 0; i < 200; i++) {
        files.write(line(LogStream.API, LogLevel.INFO, "call " + i));
        most = Math.max(most, (int) Files.size(folder.resolve("api.log")));
      }
    }
    assertThat(Lines.names(folder).stream().filter(name -> name.startsWith("api")))
        .containsExactly("api.1.log", "api.2.log", "api.3.log", "api.log");
    assertThat(most).isLessThan(bytes + 200);
    List<String> last = Lines.of(folder, LogStream.API);
    assertThat(last.getLast()).contains("call 199");
    List<String> before = Files.readAllLines(folder.resolve("api.1.log"));
    int first = 199 - last.size();
    assertThat(before.getLast()).contains("\"call " + first + "\"");
    assertThat(trouble).isEmpty();
  }

  @Test
  void aProcessGoesOnBehindTheOneBefore() throws IOException {
    for (int i = 0; i < 3; i++) {
      try (LogFiles files = open(folder, LogSettings.STANDARD)) {
        files.write(line(LogStream.MAIN, LogLevel.INFO, "start " + i));
      }
    }
    assertThat(Lines.of(folder, LogStream.MAIN)).hasSize(3);
  }

  @Test
  void aFullDiskIsToldOnceADayAndFailsNothing() throws IOException {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full));
    Files.createSymbolicLink(folder.resolve("trades.log"), full);
    try (LogFiles files = open(folder, LogSettings.STANDARD)) {
      for (int i = 0; i < 1_000; i++) {
        files.write(line(LogStream.TRADES, LogLevel.INFO, "a trade"));
      }
      files.write(line(LogStream.RISK, LogLevel.INFO, "still written"));
    }
    assertThat(trouble).hasSize(1);
    assertThat(trouble.getFirst()).startsWith("the log cannot be written: ");
    assertThat(Lines.of(folder, LogStream.RISK)).hasSize(1);
    try (LogFiles files = open(folder, LogSettings.STANDARD)) {
      for (int day = 0; day < 3; day++) {
        for (int i = 0; i < 1_000; i++) {
          LogLine late = line(LogStream.TRADES, LogLevel.INFO, "a trade");
          long timeNs = late.timeNs() + day * Utc.DAY_NS;
          files.write(LogLine.of(late.stream(), late.level(), "trades", timeNs, "a trade"));
        }
      }
    }
    assertThat(trouble).hasSize(4);
    Files.delete(folder.resolve("trades.log"));
  }

  /** Neither rights nor a folder: a file stands where the folder should be. */
  @Test
  void whereNothingCanBeMadeItIsToldOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    try (LogFiles files = open(file, LogSettings.STANDARD)) {
      for (LogStream stream : LogStream.values()) {
        files.write(line(stream, LogLevel.CRITICAL, "lost"));
      }
    }
    assertThat(trouble).hasSize(1);
  }

  @Test
  void whatCannotBeWrittenFailsNothing() {
    LogFiles files = open(folder, LogSettings.STANDARD);
    files.close();
    files.write(line(LogStream.MAIN, LogLevel.INFO, "late"));
    files.close();
  }

  /** Commands write their results to the console, and nobody else does. */
  @Test
  void theConsoleStaysQuiet() throws IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream ear = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(ear);
    System.setErr(ear);
    try {
      LoggerFactory.getLogger("some.library").error("before the log is open");
      Path file = Files.writeString(folder.resolve("taken"), "");
      LogFiles.open(file, LogSettings.STANDARD, new Secrets(), trouble::add).close();
      try (LogFiles files =
          LogFiles.ofProcess(folder, LogSettings.STANDARD, new Secrets(), trouble::add)) {
        files.write(line(LogStream.MAIN, LogLevel.CRITICAL, "words"));
        LoggerFactory.getLogger("some.library").warn("a library's {}", "words");
        LoggerFactory.getLogger("some.library").info("too much");
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(Lines.of(folder, LogStream.MAIN)).hasSize(2);
    assertThat(Lines.of(folder, LogStream.MAIN).getLast())
        .contains("\"level\":\"WARNING\",\"component\":\"some.library\"", "a library's words");
  }
}
