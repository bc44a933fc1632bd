package io.tradewind.analytics.parameter;

import io.tradewind.analytics.check.Check;
import java.util.List;
import java.util.stream.Stream;

/**
 * A parameter of a strategy, declared once: the optimiser searches its range, the configuration is
 * checked against it, the dashboard shows it.
 *
 * @param <T> type of its values
 */
public sealed interface Parameter<T> {

  /** Lower case words with dashes, such as {@code fast-length}. */
  String name();

  /** The value where none is given. */
  T defaultValue();

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException naming what is allowed
   */
  T parse(String text);

  /** What is allowed, in words. */
  String allowed();

  /** A whole number. */
  static IntParameter integer(String name, int defaultValue, int min, int max) {
    return new IntParameter(name, defaultValue, min, max);
  }

  /** A decimal number. */
  static DecimalParameter decimal(String name, double defaultValue, double min, double max) {
    return new DecimalParameter(name, defaultValue, min, max);
  }

  /** One of several words, the first being the default. */
  static ChoiceParameter choice(String name, String... choices) {
    return new ChoiceParameter(name, List.of(choices));
  }

  /** A whole number, {@code min} and {@code max} included. */
  record IntParameter(String name, Integer defaultValue, int min, int max)
      implements Parameter<Integer> {
    /** Checks the name and the range. */
    public IntParameter {
      Check.name(name);
      Check.argument(
          min <= defaultValue && defaultValue <= max, "the default of %s is out of range", name);
    }

    /**
     * Gives back a value that is in range.
     *
     * @throws IllegalArgumentException naming the range
     */
    public int check(int value) {
      if (value < min || value > max) {
        throw new IllegalArgumentException(refusal(this, String.valueOf(value)));
      }
      return value;
    }

    @Override
    public Integer parse(String text) {
      try {
        int value = Integer.parseInt(text.strip());
        if (value >= min && value <= max) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(refusal(this, text), e);
      }
      throw new IllegalArgumentException(refusal(this, text));
    }

    @Override
    public String allowed() {
      return "a whole number from " + min + " to " + max;
    }
  }

  /** A decimal number, {@code min} and {@code max} included. */
  record DecimalParameter(String name, Double defaultValue, double min, double max)
      implements Parameter<Double> {
    /** Checks the name and the range. */
    public DecimalParameter {
      Check.name(name);
      Check.argument(
          min <= defaultValue && defaultValue <= max, "the default of %s is out of range", name);
    }

    /**
     * Gives back a value that is in range.
     *
     * @throws IllegalArgumentException naming the range
     */
    public double check(double value) {
      if (!(value >= min && value <= max)) {
        throw new IllegalArgumentException(refusal(this, String.valueOf(value)));
      }
      return value;
    }

    @Override
    public Double parse(String text) {
      try {
        double value = Double.parseDouble(text.strip());
        if (value >= min && value <= max) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(refusal(this, text), e);
      }
      throw new IllegalArgumentException(refusal(this, text));
    }

    @Override
    public String allowed() {
      return "a number from " + min + " to " + max;
    }
  }

  /** One of several words. */
  record ChoiceParameter(String name, List<String> choices) implements Parameter<String> {
    /** Checks the name, and that there is a choice. */
    public ChoiceParameter {
      Check.name(name);
      choices = List.copyOf(choices);
      Check.argument(!choices.isEmpty(), "%s needs a choice", name);
    }

    /**
     * The same words with another of them first, which is the default.
     *
     * @throws IllegalArgumentException if it is not among them
     */
    public ChoiceParameter withDefault(String choice) {
      List<String> others = choices.stream().filter(word -> !word.equals(choice)).toList();
      return new ChoiceParameter(
          name, Stream.concat(Stream.of(parse(choice)), others.stream()).toList());
    }

    @Override
    public String defaultValue() {
      return choices.getFirst();
    }

    @Override
    public String parse(String text) {
      Check.argument(choices.contains(text.strip()), "%s", refusal(this, text));
      return text.strip();
    }

    @Override
    public String allowed() {
      return "one of " + String.join(", ", choices);
    }
  }

  private static String refusal(Parameter<?> parameter, String text) {
    return parameter.name() + " = '" + text + "': must be " + parameter.allowed();
  }
}
