package io.tradewind.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Runs commands through the real entry point, in a home of their own. */
public final class Cli {
  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  /** What a command answered. */
  public record Answer(int exitCode, String out, String err) {}

  /** In a folder whose {@code home} is the home. */
  public Cli(Path folder) {
    this.folder = folder;
    environment.put("TRADEWIND_HOME", folder.resolve("home").toString());
  }

  /** With an environment variable. */
  public Cli with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs a command; {@code @} stands for the folder. */
  public Answer run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> given =
        List.of(arguments).stream().map(word -> word.replace("@", folder.toString())).toList();
    int exitCode =
        Tradewind.run(
            given,
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Answer(
        exitCode,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8).replace(folder.toString(), "@"));
  }

  /** Runs a line of words without spaces in them. */
  public Answer line(String line) {
    return run(line.strip().split(" +"));
  }

  /** Writes a file in the folder. */
  public Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  /** A CSV of hourly candles from an instant on, whose price goes up and down in waves. */
  public static String candles(String from, int count) {
    StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
    long second = Instant.parse(from).getEpochSecond();
    double before = 100;
    for (int i = 0; i < count; i++) {
      double close = 100 + 10 * StrictMath.sin(i / 15.0) + i * 0.01;
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%.2f,%.2f,%.2f,%.2f,%.3f%n",
              second + i * 3600L,
              before,
              Math.max(before, close) + 0.5,
              Math.min(before, close) - 0.5,
              close,
              1000 + i * 0.5));
      before = close;
    }
    return text.toString();
  }
}
