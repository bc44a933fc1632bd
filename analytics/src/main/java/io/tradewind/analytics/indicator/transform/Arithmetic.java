package io.tradewind.analytics.indicator.transform;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.PairIndicator;
import io.tradewind.analytics.indicator.Unit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Sum, difference, product or quotient of two series, value by value. Ready after 1 value. As
 * TA-Lib's ADD, SUB, MULT and DIV; a quotient by 0 is infinite, that of 0 by 0 NaN.
 */
public final class Arithmetic extends PairIndicator {
  /** Which operation. */
  public enum Operation {
    /** First and second. */
    ADD("add", "Sum of two series", "ADD", Unit.PRICE),
    /** First without second. */
    SUBTRACT("subtract", "Difference of two series", "SUB", Unit.PRICE),
    /** First times second. */
    MULTIPLY("multiply", "Product of two series", "MULT", Unit.PRICE_SQUARED),
    /** First over second. */
    DIVIDE("divide", "Quotient of two series", "DIV", Unit.NUMBER);

    private final String label;
    private final String summary;
    private final String taLib;
    private final Unit unit;

    Operation(String label, String summary, String taLib, Unit unit) {
      this.label = label;
      this.summary = summary;
      this.taLib = taLib;
      this.unit = unit;
    }

    private Definition define() {
      return Definition.of(Family.TRANSFORM, label, summary)
          .source("value by value")
          .taLib(taLib)
          .output(label, unit)
          .makes(values -> new Arithmetic(this));
    }
  }

  private static final Map<Operation, Definition> DEFINITIONS = new EnumMap<>(Operation.class);

  static {
    for (Operation operation : Operation.values()) {
      DEFINITIONS.put(operation, operation.define());
    }
  }

  private final Operation operation;

  /** Of each two values. */
  public Arithmetic(Operation operation) {
    super(definition(operation), 1);
    this.operation = operation;
  }

  /** What it is. */
  public static Definition definition(Operation operation) {
    return Objects.requireNonNull(DEFINITIONS.get(operation));
  }

  @Override
  public double update(double first, double second) {
    return publish(
        switch (operation) {
          case ADD -> first + second;
          case SUBTRACT -> first - second;
          case MULTIPLY -> first * second;
          case DIVIDE -> first / second;
        });
  }
}
