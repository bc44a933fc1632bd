package io.tradewind.venues.binance.parse;

import io.tradewind.venues.binance.model.InputFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Texts into {@link Fields} by a streaming parser with narrow bounds; nothing is bound by name. */
final class FieldReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(12)
                  .maxStringLength(100_000)
                  .maxNumberLength(40)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private FieldReader() {}

  static JsonParser parser(String text) {
    return FACTORY.createParser(ObjectReadContext.empty(), text);
  }

  /** All objects of a text: it is one object, or a list of some. Nothing may follow. */
  static List<Fields> read(String text) {
    try (JsonParser parser = parser(text)) {
      JsonToken first = parser.nextToken();
      List<Fields> all =
          first == JsonToken.START_ARRAY
              ? list(parser, null, new ArrayList<>())
              : List.of(object(parser));
      if (parser.nextToken() != null) {
        throw new BadInput(InputFault.NOT_JSON, "something follows");
      }
      return all;
    }
  }

  /** The object that begins at the current token. */
  static Fields object(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new BadInput(InputFault.WRONG_TYPE, "no object");
    }
    Fields fields = new Fields();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (value) {
        case START_OBJECT -> fields.objects.put(name, object(parser));
        case START_ARRAY -> array(parser, name, fields);
        case VALUE_NULL -> {}
        default -> fields.values.put(name, parser.getString());
      }
    }
    return fields;
  }

  private static void array(JsonParser parser, String name, Fields fields) {
    LevelText levels = new LevelText();
    List<String> words = new ArrayList<>();
    List<Fields> list = list(parser, levels, words);
    if (!words.isEmpty()) {
      fields.words.put(name, words);
    }
    if (list.isEmpty() && !levels.isEmpty()) {
      fields.levels.put(name, levels);
    } else {
      fields.lists.put(name, list);
    }
  }

  /** Objects of a list; pairs go to the levels, plain values to the words. */
  private static List<Fields> list(
      JsonParser parser, @Nullable LevelText levels, List<String> words) {
    List<Fields> list = new ArrayList<>();
    for (JsonToken at = parser.nextToken(); at != JsonToken.END_ARRAY; at = parser.nextToken()) {
      if (at == null) {
        throw new BadInput(InputFault.NOT_JSON, "cut off");
      }
      if (at == JsonToken.START_OBJECT) {
        list.add(object(parser));
      } else if (at == JsonToken.START_ARRAY && levels != null) {
        pair(parser, levels);
      } else if (at == JsonToken.START_ARRAY) {
        parser.skipChildren();
      } else if (at != JsonToken.VALUE_NULL) {
        words.add(parser.getString());
      }
    }
    return list;
  }

  /**
   * A price and a quantity; what venues may add behind them is left out. A list that is no pair is
   * no fault until somebody takes it for levels.
   */
  private static void pair(JsonParser parser, LevelText levels) {
    int count = 0;
    for (JsonToken at = parser.nextToken(); at != JsonToken.END_ARRAY; at = parser.nextToken()) {
      if (at == null) {
        throw new BadInput(InputFault.NOT_JSON, "cut off");
      }
      if (!at.isScalarValue() || at == JsonToken.VALUE_NULL) {
        levels.spoil(InputFault.WRONG_TYPE);
        parser.skipChildren();
      } else if (count < 2) {
        levels.add(
            parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
      }
      count++;
    }
    if (count < 2) {
      levels.spoil(InputFault.MISSING_FIELD);
    }
  }
}
