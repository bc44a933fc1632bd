package io.tradewind.research.signalfile;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.strategies.TimedSignal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file of signals, CSV or JSON, plain or gzip, as docs/signal-files.md describes.
 *
 * @param signals in the order of the file; none where the file as a whole cannot be read
 * @param errors one for each line that could not be read, with file, line and reason; whoever would
 *     trade the rest must say so
 * @param notices what the user should know besides, in whole sentences
 */
public record SignalFile(List<TimedSignal> signals, List<String> errors, List<String> notices) {
  /** Copies the lists. */
  public SignalFile {
    signals = List.copyOf(signals);
    errors = List.copyOf(errors);
    notices = List.copyOf(notices);
  }

  /** As {@link #read(Path, List)}, for a run of whatever instruments. */
  public static SignalFile read(Path file) {
    return read(file, List.of());
  }

  /**
   * Reads a file.
   *
   * @param instruments of the run; a row without a symbol means the only one
   * @throws UncheckedIOException if it cannot be read at all
   */
  public static SignalFile read(Path file, List<InstrumentId> instruments) {
    try {
      String text = text(file);
      String name = String.valueOf(file.getFileName());
      String start = text.stripLeading();
      SignalLines lines = new SignalLines(name, unnamed(instruments));
      if (start.startsWith("[") || start.startsWith("{")) {
        new JsonSignals(lines).read(text);
      } else {
        csv(text, lines);
      }
      return lines.toFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pair of a row that names none. */
  private static Optional<String> unnamed(List<InstrumentId> instruments) {
    return instruments.size() == 1
        ? Optional.of(instruments.getFirst().base() + "/" + instruments.getFirst().quote())
        : Optional.empty();
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(2);
      boolean packed = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      try (InputStream plain = packed ? new GZIPInputStream(in) : in) {
        String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      }
    }
  }

  private static void csv(String text, SignalLines into) {
    List<String> lines = text.lines().toList();
    Optional<SignalColumns> columns = Optional.empty();
    char delimiter = ',';
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (columns.isEmpty()) {
        delimiter = DelimitedLine.delimiter(line);
        Optional<SignalColumns> header = header(line, delimiter);
        columns = Optional.of(header.orElse(SignalColumns.DEFAULT));
        if (header.isPresent()) {
          header.get().ignored().forEach(into::ignore);
          Optional<String> problem = header.get().problem();
          if (problem.isPresent()) {
            into.fail(i + 1, problem.get());
            return;
          }
          continue;
        }
      }
      SignalColumns names = columns.get();
      char separator = delimiter;
      into.add(i + 1, () -> names.fields(DelimitedLine.split(line, separator)));
    }
  }

  private static Optional<SignalColumns> header(String line, char delimiter) {
    List<String> cells = DelimitedLine.split(line.replace("\"", ""), delimiter);
    return SignalColumns.isHeader(cells) ? Optional.of(SignalColumns.of(cells)) : Optional.empty();
  }
}
