package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class StructureIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          ChartPatterns.DEFINITION,
          Fibonacci.DEFINITION,
          HarmonicPatterns.DEFINITION,
          SupportResistance.DEFINITION,
          SwingPoints.DEFINITION);

  private StructureIndicators() {}
}
