package io.tradewind.analytics.indicator.transform;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class TransformIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          Arithmetic.definition(Arithmetic.Operation.ADD),
          Arithmetic.definition(Arithmetic.Operation.DIVIDE),
          Arithmetic.definition(Arithmetic.Operation.MULTIPLY),
          Arithmetic.definition(Arithmetic.Operation.SUBTRACT),
          BarPrice.definition(BarPrice.Kind.AVERAGE),
          BarPrice.definition(BarPrice.Kind.MEDIAN),
          BarPrice.definition(BarPrice.Kind.TYPICAL),
          BarPrice.definition(BarPrice.Kind.WEIGHTED_CLOSE),
          Elementwise.definition(Elementwise.Function.ACOS),
          Elementwise.definition(Elementwise.Function.ASIN),
          Elementwise.definition(Elementwise.Function.ATAN),
          Elementwise.definition(Elementwise.Function.CEIL),
          Elementwise.definition(Elementwise.Function.COS),
          Elementwise.definition(Elementwise.Function.COSH),
          Elementwise.definition(Elementwise.Function.EXP),
          Elementwise.definition(Elementwise.Function.FLOOR),
          Elementwise.definition(Elementwise.Function.LN),
          Elementwise.definition(Elementwise.Function.LOG10),
          Elementwise.definition(Elementwise.Function.SIN),
          Elementwise.definition(Elementwise.Function.SINH),
          Elementwise.definition(Elementwise.Function.SQRT),
          Elementwise.definition(Elementwise.Function.TAN),
          Elementwise.definition(Elementwise.Function.TANH),
          HeikinAshi.DEFINITION);

  private TransformIndicators() {}
}
