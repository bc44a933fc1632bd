package io.tradewind.store.audit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values by their declared types. Each refusal names the place. */
final class JsonReader {
  private JsonReader() {}

  static Object read(@Nullable JsonNode node, Type type, String place) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Optional.class
          ? optional(node, generic, place)
          : list(node, generic, place);
    }
    if (type instanceof Class<?> plain) {
      return plain(node, plain, place);
    }
    throw new AuditException("%s: a %s cannot be read".formatted(place, type.getTypeName()));
  }

  private static Optional<Object> optional(
      @Nullable JsonNode node, ParameterizedType type, String place) {
    return isEmpty(node)
        ? Optional.empty()
        : Optional.of(read(node, JsonWriter.argument(type), place));
  }

  private static List<Object> list(@Nullable JsonNode node, ParameterizedType type, String place) {
    List<Object> values = new ArrayList<>();
    JsonNode array = need(node, place);
    need(array.isArray(), array, "a list", place);
    for (JsonNode element : array) {
      values.add(read(element, JsonWriter.argument(type), place + "[" + values.size() + "]"));
    }
    return values;
  }

  private static Object plain(@Nullable JsonNode node, Class<?> type, String place) {
    if (type == OptionalLong.class) {
      return isEmpty(node) ? OptionalLong.empty() : OptionalLong.of(integer(node, place));
    }
    if (type == OptionalInt.class) {
      return isEmpty(node)
          ? OptionalInt.empty()
          : OptionalInt.of(Math.toIntExact(integer(node, place)));
    }
    if (type == OptionalDouble.class) {
      return isEmpty(node) ? OptionalDouble.empty() : OptionalDouble.of(number(node, place));
    }
    JsonNode there = need(node, place);
    if (type == long.class || type == Long.class) {
      return integer(there, place);
    }
    if (type == int.class || type == Integer.class) {
      return small(there, place);
    }
    if (type == double.class || type == Double.class) {
      return number(there, place);
    }
    if (type == boolean.class) {
      need(there.isBoolean(), there, "true or false", place);
      return there.booleanValue();
    }
    if (type == String.class) {
      return text(there, place);
    }
    return type.isEnum() ? constant(there, type, place) : record(there, type, place);
  }

  private static Object constant(JsonNode node, Class<?> type, String place) {
    String name = text(node, place);
    for (Object constant : type.getEnumConstants()) {
      if (AuditJson.key((Enum<?>) constant).equals(name)) {
        return constant;
      }
    }
    throw new AuditException("%s: '%s' is no %s".formatted(place, name, AuditJson.key(type)));
  }

  private static Object record(JsonNode node, Class<?> type, String place) {
    need(node.isObject(), node, "an object", place);
    boolean isNamed = type.isInterface();
    Class<?> kind = isNamed ? kind(node, type, place) : type;
    List<RecordComponent> components = RecordShape.of(kind).components();
    int known = components.size() + (isNamed ? 1 : 0);
    Object[] values = new Object[components.size()];
    int missing = 0;
    for (int i = 0; i < values.length; i++) {
      RecordComponent component = components.get(i);
      JsonNode value = node.get(component.getName());
      missing += value == null ? 1 : 0;
      values[i] = read(value, component.getGenericType(), place + "." + component.getName());
    }
    if (node.size() != known - missing) {
      throw new AuditException(
          "%s has fields that this version does not know: %s".formatted(place, node));
    }
    return RecordShape.of(kind).make(values);
  }

  private static Class<?> kind(JsonNode node, Class<?> type, String place) {
    String name = text(need(node.get("is"), place + ".is"), place);
    Map<String, Class<?>> kinds = RecordShape.kinds(type);
    Class<?> kind = kinds.get(name);
    if (kind == null) {
      throw new AuditException("%s: '%s' is none of %s".formatted(place, name, kinds.keySet()));
    }
    return kind;
  }

  private static boolean isEmpty(@Nullable JsonNode node) {
    return node == null || node.isNull();
  }

  private static JsonNode need(@Nullable JsonNode node, String place) {
    if (node == null || node.isNull()) {
      throw new AuditException("%s is missing".formatted(place));
    }
    return node;
  }

  private static void need(boolean holds, JsonNode node, String what, String place) {
    if (!holds) {
      throw new AuditException("%s must be %s, was %s".formatted(place, what, node));
    }
  }

  private static long integer(@Nullable JsonNode node, String place) {
    JsonNode there = need(node, place);
    need(there.isIntegralNumber() && there.canConvertToLong(), there, "a whole number", place);
    return there.longValue();
  }

  private static int small(JsonNode node, String place) {
    long value = integer(node, place);
    need(value == (int) value, node, "a number of 32 bits", place);
    return (int) value;
  }

  private static double number(@Nullable JsonNode node, String place) {
    JsonNode there = need(node, place);
    if (there.isNumber()) {
      return there.doubleValue();
    }
    return switch (text(there, place)) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new AuditException("%s must be a number, was %s".formatted(place, there));
    };
  }

  private static String text(JsonNode node, String place) {
    need(node.isString(), node, "a text", place);
    return node.stringValue();
  }
}
