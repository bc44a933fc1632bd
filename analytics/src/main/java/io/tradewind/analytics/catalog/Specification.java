package io.tradewind.analytics.catalog;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.ParameterValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An indicator with its arguments, as text {@code macd(12,26,9)}.
 *
 * @param definition what it is
 * @param values a value for each of its parameters
 */
public record Specification(Definition definition, ParameterValues values) {

  /** With the defaults. */
  public static Specification of(Definition definition) {
    return new Specification(definition, ParameterValues.defaults(definition.parameters()));
  }

  /**
   * Reads a name with arguments in the order of the parameters, or by name: {@code bollinger},
   * {@code bollinger(20)}, {@code bollinger(20,2.5)}, {@code bollinger(width=2.5)}. What is not
   * given has its default.
   *
   * @throws IllegalArgumentException saying what is wrong and what there is
   */
  public static Specification parse(String text) {
    String trimmed = text.strip();
    int open = trimmed.indexOf('(');
    boolean closed = trimmed.endsWith(")");
    if (open >= 0 != closed) {
      throw new IllegalArgumentException(
          "'" + text + "' must be a name, or a name with arguments such as sma(20)");
    }
    String name = open < 0 ? trimmed : trimmed.substring(0, open).strip();
    Definition definition =
        Indicators.find(name).orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    String inside = open < 0 ? "" : trimmed.substring(open + 1, trimmed.length() - 1);
    return new Specification(
        definition, ParameterValues.of(definition.parameters(), arguments(definition, inside)));
  }

  private static String unknown(String name) {
    String alike =
        Indicators.all().stream()
            .map(Definition::name)
            .filter(known -> known.contains(name) || name.contains(known))
            .collect(Collectors.joining(", "));
    return "there is no indicator '"
        + name
        + "'"
        + (alike.isEmpty() || name.isEmpty() ? "" : "; alike: " + alike);
  }

  private static Map<String, String> arguments(Definition definition, String inside) {
    Map<String, String> given = new LinkedHashMap<>();
    if (inside.isBlank()) {
      return given;
    }
    List<Parameter<?>> parameters = definition.parameters();
    String[] texts = inside.split(",", -1);
    for (int i = 0; i < texts.length; i++) {
      int equals = texts[i].indexOf('=');
      if (equals < 0 && i >= parameters.size()) {
        throw new IllegalArgumentException(
            definition.name() + " takes " + parameters.size() + " arguments, not " + texts.length);
      }
      String name = equals < 0 ? parameters.get(i).name() : texts[i].substring(0, equals).strip();
      given.put(name, texts[i].substring(equals + 1));
    }
    return given;
  }

  /**
   * The text that {@link #parse} reads, with every argument; but from the first word on, such as
   * the kind of an average, those at the end that have their defaults are left out.
   */
  public String id() {
    List<String> arguments = new ArrayList<>();
    int told = 0;
    boolean words = false;
    for (Parameter<?> parameter : definition.parameters()) {
      Object value = values.get(parameter);
      words |= value instanceof String;
      arguments.add(value.toString());
      if (!words || !value.equals(parameter.defaultValue())) {
        told = arguments.size();
      }
    }
    List<String> shown = told == 0 ? arguments : arguments.subList(0, told);
    return definition.name() + "(" + String.join(",", shown) + ")";
  }

  /**
   * Makes a new indicator.
   *
   * @throws IllegalArgumentException if the arguments do not go together
   */
  public Indicator make() {
    return definition.make(values);
  }

  @Override
  public String toString() {
    return id();
  }
}
