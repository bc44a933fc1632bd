package io.tradewind.analytics.catalog;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.ParameterValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Indicators.find(name)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "there is no indicator '" + name + "'" + Indicators.question(name)));
    String inside = open < 0 ? "" : trimmed.substring(open + 1, trimmed.length() - 1);
    return new Specification(definition, values(definition, inside));
  }

  private static ParameterValues values(Definition definition, String inside) {
    Map<String, String> given = arguments(definition, inside);
    try {
      return ParameterValues.of(definition.parameters(), given);
    } catch (IllegalArgumentException e) {
      String all = String.valueOf(e.getMessage()).replace("\n", "; ");
      throw new IllegalArgumentException(definition.name() + ": " + all, e);
    }
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
            definition.name() + " takes " + counted(parameters.size()) + ", not " + texts.length);
      }
      String name = equals < 0 ? parameters.get(i).name() : texts[i].substring(0, equals).strip();
      given.put(name, texts[i].substring(equals + 1));
    }
    return given;
  }

  private static String counted(int arguments) {
    return switch (arguments) {
      case 0 -> "no arguments";
      case 1 -> "1 argument";
      default -> arguments + " arguments";
    };
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
