package io.tradewind.research.signalfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An array of signals, or an object that holds one under {@code signals}. */
final class JsonSignals {
  private static final String EXPECTED =
      "signals are written like [{\"time\": \"2024-02-01T01:00:00Z\", \"action\": \"enter\"}]";

  private static final String BROKEN_OFF =
      "the JSON breaks off; close what is open: a text by \", a signal by }, the array by ]";

  private final SignalLines lines;

  JsonSignals(SignalLines lines) {
    this.lines = lines;
  }

  void read(String text) {
    try (JsonParser parser = JsonMapper.shared().createParser(text)) {
      if (!enter(parser)) {
        lines.fail(line(parser), "there is no array of signals; " + EXPECTED);
        return;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        int line = line(parser);
        JsonNode row = parser.readValueAsTree();
        lines.add(line, () -> fields(row));
      }
      leave(parser);
    } catch (JacksonException e) {
      Optional<TokenStreamLocation> at = Optional.ofNullable(e.getLocation());
      boolean isAtEnd =
          at.filter(place -> place.getCharOffset() >= text.stripTrailing().length()).isPresent();
      lines.fail(
          at.map(TokenStreamLocation::getLineNr).orElse(1),
          isAtEnd
              ? BROKEN_OFF
              : "this is no JSON"
                  + at.map(place -> ", near column " + place.getColumnNr()).orElse("")
                  + "; "
                  + EXPECTED);
    }
  }

  /** Goes to the start of the array; false if there is none. */
  private static boolean enter(JsonParser parser) {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      String name = parser.nextName();
      while (name != null && !name.equals("signals")) {
        parser.nextToken();
        parser.skipChildren();
        name = parser.nextName();
      }
      token = parser.nextToken();
    }
    return token == JsonToken.START_ARRAY;
  }

  /** Goes to the end of the text, past what else an object around the array holds. */
  private void leave(JsonParser parser) {
    boolean inObject = !parser.streamReadContext().inRoot();
    while (inObject && parser.nextName() != null) {
      parser.nextToken();
      parser.skipChildren();
    }
    if (parser.nextToken() != null) {
      lines.fail(line(parser), "more stands after the array of signals");
    }
  }

  private static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private Map<String, String> fields(JsonNode row) {
    if (!row.isObject()) {
      throw new IllegalArgumentException("a signal must be an object; " + EXPECTED);
    }
    Map<String, String> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : row.properties()) {
      String name = SignalColumns.canonical(entry.getKey());
      String text = text(entry.getKey(), entry.getValue());
      if (!SignalColumns.isKnown(name)) {
        lines.ignore(entry.getKey());
      } else if (!text.isBlank() && fields.put(name, text.strip()) != null) {
        throw new IllegalArgumentException("there are two values for " + name + "; keep one");
      }
    }
    return fields;
  }

  private static String text(String name, JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    if (!value.isArray()) {
      return plain(name, value);
    }
    List<String> parts = new ArrayList<>();
    value.forEach(part -> parts.add(plain(name, part)));
    return String.join(";", parts);
  }

  private static String plain(String name, JsonNode value) {
    if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
      throw new IllegalArgumentException(name + " must be a text, a number or a list of them");
    }
    return value.asString();
  }
}
