package io.tradewind.store.audit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Writes values by their declared types. */
final class JsonWriter {
  private JsonWriter() {}

  /** A record; with its name in front where a sealed interface was declared. */
  static void record(StringBuilder out, Record value, String is) {
    out.append('{');
    boolean isFirst = is.isEmpty();
    if (!isFirst) {
      out.append("\"is\":\"").append(is).append('"');
    }
    for (RecordComponent component : RecordShape.of(value.getClass()).components()) {
      if (!isFirst) {
        out.append(',');
      }
      isFirst = false;
      out.append('"').append(component.getName()).append("\":");
      value(out, RecordShape.get(component, value), component.getGenericType());
    }
    out.append('}');
  }

  private static void value(StringBuilder out, Object value, Type declared) {
    switch (value) {
      case Long number -> out.append(number.longValue());
      case Integer number -> out.append(number.intValue());
      case Boolean flag -> out.append(flag.booleanValue());
      case Double number -> number(out, number);
      case String text -> text(out, text);
      case Enum<?> constant -> text(out, AuditJson.key(constant));
      case OptionalLong optional ->
          out.append(optional.isPresent() ? String.valueOf(optional.getAsLong()) : "null");
      case OptionalInt optional ->
          out.append(optional.isPresent() ? String.valueOf(optional.getAsInt()) : "null");
      case OptionalDouble optional -> {
        if (optional.isPresent()) {
          number(out, optional.getAsDouble());
        } else {
          out.append("null");
        }
      }
      case Optional<?> optional -> {
        if (optional.isPresent()) {
          value(out, optional.get(), argument(declared));
        } else {
          out.append("null");
        }
      }
      case List<?> list -> list(out, list, argument(declared));
      case Record record -> {
        boolean isNamed = declared instanceof Class<?> type && type.isInterface();
        record(out, record, isNamed ? AuditJson.key(record.getClass()) : "");
      }
      default ->
          throw new AuditException(
              "a %s cannot be written to an audit".formatted(value.getClass().getName()));
    }
  }

  /** The parameter of an optional or of a list. */
  static Type argument(Type declared) {
    if (declared instanceof ParameterizedType type) {
      return type.getActualTypeArguments()[0];
    }
    throw new AuditException("%s needs a parameter".formatted(declared.getTypeName()));
  }

  private static void list(StringBuilder out, List<?> list, Type declared) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      value(out, list.get(i), declared);
    }
    out.append(']');
  }

  private static void number(StringBuilder out, double number) {
    if (Double.isFinite(number)) {
      out.append(number);
    } else {
      out.append('"').append(number).append('"');
    }
  }

  /** What is no plain character is escaped, half a pair too, so that the text is UTF-8. */
  static void text(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (isPair) {
        out.append(c).append(text.charAt(++i));
      } else if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' '
          || c == '\u007f'
          || c == '\u2028'
          || c == '\u2029'
          || Character.isSurrogate(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
