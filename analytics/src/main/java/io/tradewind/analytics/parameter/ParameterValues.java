package io.tradewind.analytics.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values of declared parameters, by name. */
public final class ParameterValues {
  private final Map<String, Object> values = new TreeMap<>();

  private ParameterValues() {}

  /** Nothing but defaults. */
  public static ParameterValues defaults(List<Parameter<?>> declared) {
    return of(declared, new TreeMap<>());
  }

  /**
   * The defaults, overridden by what was given.
   *
   * @throws IllegalArgumentException naming every value that is wrong and every unknown name
   */
  public static ParameterValues of(List<Parameter<?>> declared, Map<String, String> given) {
    ParameterValues result = new ParameterValues();
    List<String> errors = new ArrayList<>();
    for (Parameter<?> parameter : declared) {
      String text = given.get(parameter.name());
      try {
        result.values.put(
            parameter.name(), text == null ? parameter.defaultValue() : parameter.parse(text));
      } catch (IllegalArgumentException e) {
        errors.add(e.getMessage());
      }
    }
    List<String> names = declared.stream().map(Parameter::name).toList();
    for (String name : new TreeMap<>(given).keySet()) {
      if (!names.contains(name)) {
        errors.add(name + ": no such parameter; there are " + names);
      }
    }
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", errors));
    }
    return result;
  }

  /** The value of a parameter that was declared. */
  @SuppressWarnings("unchecked") // put under this name by the parameter's own parse
  public <T> T get(Parameter<T> parameter) {
    Object value = values.get(parameter.name());
    if (value == null) {
      throw new IllegalArgumentException(
          parameter.name() + " is not among the parameters that were declared; declare it there");
    }
    return (T) value;
  }

  /** Names and values in the order of names. */
  public Map<String, String> asText() {
    Map<String, String> text = new TreeMap<>();
    values.forEach((name, value) -> text.put(name, value.toString()));
    return text;
  }
}
