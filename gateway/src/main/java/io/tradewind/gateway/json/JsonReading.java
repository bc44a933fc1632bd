package io.tradewind.gateway.json;

import io.tradewind.core.time.Utc;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads fields of objects; what is missing or of another kind is named. */
public final class JsonReading {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonReading() {}

  /**
   * The object that a text is.
   *
   * @throws IllegalArgumentException in words, if it is none
   */
  public static JsonNode object(String text) {
    JsonNode read;
    try {
      read = MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
    }
    if (!read.isObject()) {
      throw new IllegalArgumentException("it must be an object of JSON such as {\"by\": \"anna\"}");
    }
    return read;
  }

  /** A field that may be missing or null. */
  public static Optional<JsonNode> find(JsonNode object, String name) {
    return object.optional(name).filter(each -> !each.isNull());
  }

  /** A text. */
  public static String text(JsonNode object, String name) {
    return need(object, name, JsonNode::isString, "a text").stringValue();
  }

  /** A whole number. */
  public static long whole(JsonNode object, String name) {
    return need(object, name, JsonNode::canConvertToLong, "a whole number").longValue();
  }

  static boolean truth(JsonNode object, String name) {
    return need(object, name, JsonNode::isBoolean, "true or false").booleanValue();
  }

  static BigDecimal number(JsonNode object, String name) {
    return need(object, name, JsonNode::isNumber, "a number").decimalValue();
  }

  static JsonNode inner(JsonNode object, String name) {
    return need(object, name, JsonNode::isObject, "an object");
  }

  /** A time. */
  public static long time(JsonNode object, String name) {
    String text = text(object, name);
    try {
      return Utc.fromInstant(Instant.parse(text));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException("'" + name + "' is no time: " + text, e);
    }
  }

  /** One of the words that stand for constants. */
  public static <E extends Enum<E>> E word(JsonNode object, String name, Class<E> type) {
    String text = text(object, name);
    List<String> known = new ArrayList<>();
    for (E each : type.getEnumConstants()) {
      String key = JsonText.key(each);
      if (key.equals(text.toLowerCase(Locale.ROOT))) {
        return each;
      }
      known.add(key);
    }
    throw new IllegalArgumentException(
        "'" + name + "' must be one of " + String.join(", ", known) + ", was '" + text + "'");
  }

  static <T> List<T> list(JsonNode object, String name, Function<JsonNode, T> each) {
    return need(object, name, JsonNode::isArray, "a list").values().stream().map(each).toList();
  }

  private static JsonNode need(
      JsonNode object, String name, java.util.function.Predicate<JsonNode> kind, String words) {
    JsonNode found =
        find(object, name)
            .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is missing"));
    if (!kind.test(found)) {
      throw new IllegalArgumentException("'" + name + "' must be " + words);
    }
    return found;
  }
}
