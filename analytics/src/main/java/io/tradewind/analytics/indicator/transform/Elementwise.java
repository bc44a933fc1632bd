package io.tradewind.analytics.indicator.transform;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Trigonometry;
import io.tradewind.analytics.indicator.Unit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * An elementary function of each value. Ready after 1 value; NaN where the function has none, as
 * the square root below 0. As TA-Lib's functions of the same names.
 */
public final class Elementwise extends SeriesIndicator {
  /** Which function. */
  public enum Function {
    /** Arc cosine in radians, of -1 to 1. */
    ACOS("acos", "Arc cosine in radians, of -1 to 1"),
    /** Arc sine in radians, of -1 to 1. */
    ASIN("asin", "Arc sine in radians, of -1 to 1"),
    /** Arc tangent in radians. */
    ATAN("atan", "Arc tangent in radians"),
    /** Least whole number not below. */
    CEIL("ceil", "Least whole number not below"),
    /** Cosine of radians. */
    COS("cos", "Cosine of radians"),
    /** Hyperbolic cosine. */
    COSH("cosh", "Hyperbolic cosine"),
    /** Power of e. */
    EXP("exp", "Power of e"),
    /** Greatest whole number not above. */
    FLOOR("floor", "Greatest whole number not above"),
    /** Natural logarithm. */
    LN("ln", "Natural logarithm"),
    /** Decimal logarithm. */
    LOG10("log10", "Decimal logarithm"),
    /** Sine of radians. */
    SIN("sin", "Sine of radians"),
    /** Hyperbolic sine. */
    SINH("sinh", "Hyperbolic sine"),
    /** Square root. */
    SQRT("sqrt", "Square root"),
    /** Tangent of radians. */
    TAN("tan", "Tangent of radians"),
    /** Hyperbolic tangent. */
    TANH("tanh", "Hyperbolic tangent");

    private final String label;
    private final String summary;

    Function(String label, String summary) {
      this.label = label;
      this.summary = summary;
    }

    private Definition define() {
      return Definition.of(Family.TRANSFORM, label, summary)
          .source("the elementary function")
          .taLib(name())
          .sparse(label, Unit.UNSCALED)
          .makes(values -> new Elementwise(this));
    }
  }

  private static final Map<Function, Definition> DEFINITIONS = new EnumMap<>(Function.class);

  static {
    for (Function function : Function.values()) {
      DEFINITIONS.put(function, function.define());
    }
  }

  private final Function function;

  /** Of each value. */
  public Elementwise(Function function) {
    super(definition(function), 1);
    this.function = function;
  }

  /** What it is. */
  public static Definition definition(Function function) {
    return Objects.requireNonNull(DEFINITIONS.get(function));
  }

  @Override
  public double update(double value) {
    return publish(
        switch (function) {
          case ACOS -> StrictMath.acos(value);
          case ASIN -> StrictMath.asin(value);
          case ATAN -> StrictMath.atan(value);
          case CEIL -> StrictMath.ceil(value);
          case COS -> Trigonometry.cos(value);
          case COSH -> StrictMath.cosh(value);
          case EXP -> StrictMath.exp(value);
          case FLOOR -> StrictMath.floor(value);
          case LN -> StrictMath.log(value);
          case LOG10 -> StrictMath.log10(value);
          case SIN -> Trigonometry.sin(value);
          case SINH -> StrictMath.sinh(value);
          case SQRT -> Math.sqrt(value);
          case TAN -> Trigonometry.tan(value);
          case TANH -> StrictMath.tanh(value);
        });
  }
}
