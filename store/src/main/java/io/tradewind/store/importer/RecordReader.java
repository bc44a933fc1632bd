package io.tradewind.store.importer;

import io.tradewind.store.catalog.ParquetTable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a file apart into records, by its first bytes and not by its name: gzip, zip with text
 * inside, JSON arrays of arrays or of objects, recordings of streams, Parquet, delimited text.
 */
final class RecordReader {
  private static final int PEEK = 4096;
  private static final Pattern RECORDING = Pattern.compile("[0-9]{13,19} \\{.*", Pattern.DOTALL);

  private final RecordSink sink;
  private final DoubleConsumer progress;

  /**
   * For a sink.
   *
   * @param progress hears now and then what share of a file's bytes is read, 0 to 1
   */
  RecordReader(RecordSink sink, DoubleConsumer progress) {
    this.sink = sink;
    this.progress = progress;
  }

  /**
   * Hands all records of a file to the sink.
   *
   * @throws UnknownShape if it is neither text nor an archive of text
   */
  void read(Path file) throws IOException, UnknownShape {
    String name = String.valueOf(file.getFileName());
    try (BufferedInputStream in =
        new BufferedInputStream(
            new WatchedStream(Files.newInputStream(file), Files.size(file), progress), 1 << 16)) {
      byte[] head = peek(in);
      if (new String(head, StandardCharsets.ISO_8859_1).startsWith("PAR1")) {
        parquet(name, file);
      } else if (startsWith(head, 0x1f, 0x8b)) {
        gzip(name, in);
      } else if (startsWith(head, 'P', 'K')) {
        zip(name, in);
      } else {
        text(name, new CutStream(in));
      }
    }
  }

  /** A file that cannot be taken apart, with the reason for the user. */
  static final class UnknownShape extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownShape(String message) {
      super(message);
    }
  }

  private void parquet(String name, Path file) throws UnknownShape {
    sink.begin(name);
    try {
      ParquetTable.read(file, sink::accept);
    } catch (IOException e) {
      throw new UnknownShape("the Parquet file is damaged (" + e.getMessage() + ")");
    }
  }

  private void gzip(String name, InputStream in) throws IOException, UnknownShape {
    GZIPInputStream inflated;
    try {
      inflated = new GZIPInputStream(in, 1 << 16);
    } catch (java.io.EOFException | java.util.zip.ZipException e) {
      throw new UnknownShape("the gzip file is damaged at its very beginning");
    }
    text(name, new CutStream(inflated));
  }

  private void zip(String name, InputStream in) throws IOException, UnknownShape {
    ZipInputStream zip = new ZipInputStream(in);
    boolean found = false;
    try {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String lower = entry.getName().toLowerCase(Locale.ROOT);
        if (lower.matches(".*\\.(csv|json|jsonl|txt)")) {
          found = true;
          CutStream cut = new CutStream(zip);
          text(name + "!" + entry.getName(), cut);
          if (!cut.cause().isEmpty()) {
            return;
          }
        }
      }
    } catch (java.io.EOFException | java.util.zip.ZipException e) {
      if (!found) {
        throw new UnknownShape("the zip file is damaged (" + e.getMessage() + ")");
      }
      sink.truncated(0, "the zip file is damaged after this entry (" + e.getMessage() + ")");
    }
    if (!found) {
      throw new UnknownShape("the zip file holds no .csv, .txt, .json or .jsonl");
    }
  }

  private void text(String name, CutStream cut) throws IOException, UnknownShape {
    BufferedInputStream in = new BufferedInputStream(cut, 1 << 16);
    byte[] head = peek(in);
    for (byte b : head) {
      if (b == 0) {
        throw new UnknownShape("it is no text");
      }
    }
    sink.begin(name);
    switch (firstSign(head)) {
      case '[' -> json(in, cut);
      case '{' -> throw new UnknownShape("JSON must be an array of rows, and this is an object");
      default -> {
        if (RECORDING.matcher(new String(head, StandardCharsets.US_ASCII)).matches()) {
          recording(in, cut);
        } else {
          lines(in, cut);
        }
      }
    }
  }

  private void recording(InputStream in, CutStream cut) throws IOException {
    LineReader lines = new LineReader(in, LineReader.MAX_MESSAGE);
    while (lines.next() && (cut.cause().isEmpty() || lines.isEnded())) {
      String text = lines.text();
      if (lines.isTooLong()) {
        sink.broken(lines.number(), "the line is longer than " + LineReader.MAX_MESSAGE + " bytes");
      } else if (!text.isBlank()) {
        sink.message(lines.number(), text);
      }
    }
    if (!cut.cause().isEmpty()) {
      sink.truncated(Math.max(1, lines.number()), cut.cause());
    }
  }

  private void lines(InputStream in, CutStream cut) throws IOException {
    LineReader lines = new LineReader(in);
    char delimiter = 0;
    while (lines.next()) {
      if (!cut.cause().isEmpty() && !lines.isEnded()) {
        break;
      }
      String text = lines.text();
      if (text.isBlank()) {
        continue;
      }
      if (lines.isTooLong()) {
        sink.broken(lines.number(), "the line is longer than " + LineReader.MAX_LINE + " bytes");
        continue;
      }
      if (delimiter == 0) {
        delimiter = delimiterOf(text);
        if (delimiter == 0) {
          sink.broken(lines.number(), "there is but one column");
          continue;
        }
      }
      sink.accept(lines.number(), split(text, delimiter));
    }
    if (!cut.cause().isEmpty()) {
      sink.truncated(Math.max(1, lines.number()), cut.cause());
    }
  }

  /** The sign that divides a line most often; 0 if there is none. */
  private static char delimiterOf(String text) {
    char best = 0;
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      long count = text.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private static String[] split(String text, char delimiter) {
    List<String> fields = new ArrayList<>(12);
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        fields.add(unquoted(text.substring(start, i)));
        start = i + 1;
      }
    }
    fields.add(unquoted(text.substring(start)));
    return fields.toArray(String[]::new);
  }

  private static String unquoted(String field) {
    String plain = field.strip();
    boolean quoted = plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"");
    return quoted ? plain.substring(1, plain.length() - 1).strip() : plain;
  }

  private void json(InputStream in, CutStream cut) {
    long row = 0;
    int line = 1;
    try (JsonParser parser = JsonMapper.shared().createParser(in)) {
      parser.nextToken();
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        row++;
        line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.START_ARRAY) {
          sink.accept(line, fields(parser));
        } else if (token == JsonToken.START_OBJECT) {
          named(line, parser);
        } else {
          sink.broken(line, "row " + row + " of the array is neither an array nor an object");
        }
      }
    } catch (JacksonException e) {
      String cause = cut.cause().isEmpty() ? "the JSON is cut off or damaged here" : cut.cause();
      sink.truncated(line, cause + ", after row " + row);
    }
  }

  private static String[] fields(JsonParser parser) {
    List<String> fields = new ArrayList<>(12);
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      fields.add(value(parser));
    }
    return fields.toArray(String[]::new);
  }

  private void named(long line, JsonParser parser) {
    List<String> names = new ArrayList<>(12);
    List<String> fields = new ArrayList<>(12);
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      names.add(parser.currentName());
      parser.nextToken();
      fields.add(value(parser));
    }
    sink.accept(line, names.toArray(String[]::new), fields.toArray(String[]::new));
  }

  private static String value(JsonParser parser) {
    if (parser.currentToken().isStructStart()) {
      parser.skipChildren();
      return "";
    }
    return String.valueOf(parser.getString()).strip();
  }

  private static char firstSign(byte[] head) {
    int start = head.length >= 3 && startsWith(head, 0xef, 0xbb) ? 3 : 0;
    for (int i = start; i < head.length; i++) {
      if (!Character.isWhitespace(head[i])) {
        return (char) (head[i] & 0xff);
      }
    }
    return ' ';
  }

  private static boolean startsWith(byte[] head, int first, int second) {
    return head.length >= 2 && (head[0] & 0xff) == first && (head[1] & 0xff) == second;
  }

  private static byte[] peek(BufferedInputStream in) throws IOException {
    in.mark(PEEK);
    byte[] head = in.readNBytes(PEEK);
    in.reset();
    return head;
  }
}
