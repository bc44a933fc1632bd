package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class StructureIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          CamarillaPivots.DEFINITION,
          ChartPatterns.DEFINITION,
          ClassicPivots.DEFINITION,
          DemarkPivots.DEFINITION,
          FairValueGap.DEFINITION,
          Fibonacci.DEFINITION,
          FibonacciPivots.DEFINITION,
          HarmonicPatterns.DEFINITION,
          Ichimoku.DEFINITION,
          InsideBar.DEFINITION,
          OpeningRange.DEFINITION,
          PreviousSession.DEFINITION,
          RollingVolumeProfile.DEFINITION,
          SessionRange.DEFINITION,
          SessionTimeProfile.DEFINITION,
          SessionVolumeProfile.DEFINITION,
          SupportResistance.DEFINITION,
          SwingPoints.DEFINITION,
          WoodiePivots.DEFINITION);

  private StructureIndicators() {}
}
