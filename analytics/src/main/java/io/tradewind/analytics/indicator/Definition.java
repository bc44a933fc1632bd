package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.ParameterValues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What an indicator is, declared once by its class: help, lists of features, configuration and the
 * tests that every indicator must pass are made from it.
 *
 * @param name lower case words with dashes, unique, such as {@code bollinger}
 * @param family what it tells of
 * @param summary one line, without a full stop
 * @param source author, year and title, or the formula itself where it is common knowledge
 * @param taLib names of the functions of TA-Lib whose values these are; empty if there is none
 * @param parameters in the order of the constructor
 * @param outputs in the order of {@link Indicator#value(int)}, the main one first
 * @param memory how long it feels what it was fed with
 * @param maker makes a new one
 */
public record Definition(
    String name,
    Family family,
    String summary,
    String source,
    List<String> taLib,
    List<Parameter<?>> parameters,
    List<Output> outputs,
    Memory memory,
    Function<ParameterValues, Indicator> maker) {

  /** Keeps its own copies. */
  public Definition {
    Check.name(name);
    taLib = List.copyOf(taLib);
    parameters = List.copyOf(parameters);
    outputs = List.copyOf(outputs);
    Check.argument(!outputs.isEmpty(), "%s must have an output", name);
  }

  /** Begins one. */
  public static Draft of(Family family, String name, String summary) {
    return new Draft(family, name, summary);
  }

  /**
   * Makes a new indicator.
   *
   * @throws IllegalArgumentException if values that are each in range do not go together
   */
  public Indicator make(ParameterValues values) {
    return maker.apply(values);
  }

  /** Makes a new indicator with the defaults. */
  public Indicator make() {
    return make(ParameterValues.defaults(parameters));
  }

  /** A definition under way. */
  public static final class Draft {
    private final Family family;
    private final String name;
    private final String summary;
    private final List<Parameter<?>> parameters = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private String source = "";
    private List<String> taLib = List.of();
    private Memory memory = Memory.WINDOW;

    private Draft(Family family, String name, String summary) {
      this.family = family;
      this.name = name;
      this.summary = summary;
    }

    /** Author, year and title, or the formula. */
    public Draft source(String text) {
      source = text;
      return this;
    }

    /** Functions of TA-Lib with the same values. */
    public Draft taLib(String... functions) {
      taLib = List.of(functions);
      return this;
    }

    /** The next parameter of the constructor. */
    public Draft parameter(Parameter<?> parameter) {
      parameters.add(parameter);
      return this;
    }

    /** The next output. */
    public Draft output(String output, Unit unit) {
      outputs.add(new Output(output, unit, false));
      return this;
    }

    /** The next output, one that is NaN where there is nothing to tell of. */
    public Draft sparse(String output, Unit unit) {
      outputs.add(new Output(output, unit, true));
      return this;
    }

    /** How long it feels its past, {@link Memory#WINDOW} if nothing is said. */
    public Draft memory(Memory value) {
      memory = value;
      return this;
    }

    /** Ends the definition. */
    public Definition makes(Function<ParameterValues, Indicator> maker) {
      return new Definition(
          name, family, summary, source, taLib, parameters, outputs, memory, maker);
    }
  }
}
