package io.tradewind.analytics.indicator.transform;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * One price for a whole bar. Ready after 1 bar. As TA-Lib's AVGPRICE, MEDPRICE, TYPPRICE and
 * WCLPRICE.
 */
public final class BarPrice extends BarIndicator {
  /** Which price. */
  public enum Kind {
    /** Mean of all four. */
    AVERAGE("average-price", "(open + high + low + close) / 4", "AVGPRICE"),
    /** Middle of the range. */
    MEDIAN("median-price", "(high + low) / 2", "MEDPRICE"),
    /** Mean of high, low and close. */
    TYPICAL("typical-price", "(high + low + close) / 3", "TYPPRICE"),
    /** The same with the close counted twice. */
    WEIGHTED_CLOSE("weighted-close", "(high + low + 2 close) / 4", "WCLPRICE");

    private final String label;
    private final String formula;
    private final String taLib;

    Kind(String label, String formula, String taLib) {
      this.label = label;
      this.formula = formula;
      this.taLib = taLib;
    }

    private Definition define() {
      return Definition.of(Family.TRANSFORM, label, "Price of a bar: " + formula)
          .source(formula)
          .taLib(taLib)
          .output(label, Unit.PRICE)
          .makes(values -> new BarPrice(this));
    }
  }

  private static final Map<Kind, Definition> DEFINITIONS = new EnumMap<>(Kind.class);

  static {
    for (Kind kind : Kind.values()) {
      DEFINITIONS.put(kind, kind.define());
    }
  }

  private final Kind kind;

  /** Of each bar. */
  public BarPrice(Kind kind) {
    super(definition(kind), 1);
    this.kind = kind;
  }

  /** What it is. */
  public static Definition definition(Kind kind) {
    return Objects.requireNonNull(DEFINITIONS.get(kind));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    return publish(
        switch (kind) {
          case AVERAGE -> (open + high + low + close) / 4.0;
          case MEDIAN -> (high + low) / 2.0;
          case TYPICAL -> (high + low + close) / 3.0;
          case WEIGHTED_CLOSE -> (high + low + 2.0 * close) / 4.0;
        });
  }
}
