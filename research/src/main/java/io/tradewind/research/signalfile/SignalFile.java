package io.tradewind.research.signalfile;

import io.tradewind.strategies.TimedSignal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of signals, CSV or JSON, plain or gzip, as docs/signal-files.md describes.
 *
 * @param signals in the order of the file
 * @param errors one for each line that could not be read, with file, line and reason
 */
public record SignalFile(List<TimedSignal> signals, List<String> errors) {
  /** Copies the lists. */
  public SignalFile {
    signals = List.copyOf(signals);
    errors = List.copyOf(errors);
  }

  /**
   * Reads a file.
   *
   * @throws UncheckedIOException if it cannot be read at all
   */
  public static SignalFile read(Path file) {
    try {
      String text = text(file);
      String name = String.valueOf(file.getFileName());
      String start = text.stripLeading();
      return start.startsWith("[") || start.startsWith("{") ? json(name, text) : csv(name, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static SignalFile csv(String name, String text) {
    List<TimedSignal> signals = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    List<String> lines = text.lines().toList();
    SignalColumns columns = SignalColumns.DEFAULT;
    boolean first = true;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = DelimitedLine.split(line);
      boolean header = first && SignalColumns.isHeader(cells);
      first = false;
      if (header) {
        columns = SignalColumns.of(cells);
        columns.missing().ifPresent(missing -> errors.add(name + ":1: " + missing));
      } else {
        add(columns.fields(cells), name + ":" + (i + 1), signals, errors);
      }
    }
    return new SignalFile(signals, errors);
  }

  private static SignalFile json(String name, String text) {
    List<TimedSignal> signals = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      return new SignalFile(List.of(), List.of(name + ": no JSON: " + e.getOriginalMessage()));
    }
    JsonNode rows = root.isObject() && root.has("signals") ? root.get("signals") : root;
    if (!rows.isArray()) {
      return new SignalFile(List.of(), List.of(name + ": expected an array of signals"));
    }
    for (int i = 0; i < rows.size(); i++) {
      String place = name + ": signal " + (i + 1);
      if (rows.get(i).isObject()) {
        add(fields(rows.get(i)), place, signals, errors);
      } else {
        errors.add(place + ": expected an object");
      }
    }
    return new SignalFile(signals, errors);
  }

  private static Map<String, String> fields(JsonNode row) {
    Map<String, String> fields = new java.util.TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : row.properties()) {
      String key = SignalColumns.canonical(entry.getKey().toLowerCase(Locale.ROOT));
      JsonNode value = entry.getValue();
      if (value.isArray()) {
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asString()));
        fields.put(key, String.join(";", parts));
      } else if (!value.isNull()) {
        fields.put(key, value.asString());
      }
    }
    return fields;
  }

  private static void add(
      Map<String, String> fields, String place, List<TimedSignal> signals, List<String> errors) {
    try {
      signals.addAll(SignalRow.parse(fields));
    } catch (IllegalArgumentException e) {
      errors.add(place + ": " + e.getMessage());
    }
  }
}
