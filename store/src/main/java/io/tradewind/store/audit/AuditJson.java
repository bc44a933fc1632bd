package io.tradewind.store.audit;

import java.lang.reflect.Type;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as canonical JSON, and back: the same record always gives the same bytes. Components come
 * in the order in which they are declared and under their names; integers are exact, doubles have
 * the fewest digits that give them back, and NaN and the infinities are texts; what is empty is
 * null. A record that stands for a sealed interface begins with {@code "is"}, its name in the
 * spelling of constants: {@code order-moved}.
 */
public final class AuditJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private AuditJson() {}

  /** The canonical text of a record; its own name is not in it. */
  public static String write(Record value) {
    StringBuilder out = new StringBuilder(256);
    JsonWriter.record(out, value, "");
    return out.toString();
  }

  /**
   * What {@link #write} wrote.
   *
   * @param type the record's class
   * @throws AuditException if the text is no such record
   */
  public static <T> T read(String text, Class<T> type) {
    return type.cast(JsonReader.read(tree(text), type, type.getSimpleName()));
  }

  /** As {@link #read(String, Class)}, of a type with parameters such as a list of records. */
  static Object read(String text, Type type) {
    return JsonReader.read(tree(text), type, type.getTypeName());
  }

  static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new AuditException("this is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The name of a kind of record: {@code OrderMoved} is {@code order-moved}. */
  public static String key(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** The name of a constant: {@code SIZE_TOO_SMALL} is {@code size-too-small}. */
  public static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A text in quotes. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    JsonWriter.text(out, text);
    return out.toString();
  }
}
