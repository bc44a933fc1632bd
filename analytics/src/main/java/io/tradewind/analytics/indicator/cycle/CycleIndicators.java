package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class CycleIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          CenterOfGravity.DEFINITION,
          EvenBetterSinewave.DEFINITION,
          HilbertPeriod.DEFINITION,
          HilbertPhase.DEFINITION,
          HilbertPhasor.DEFINITION,
          HilbertSine.DEFINITION,
          HilbertTrendMode.DEFINITION,
          Reflex.DEFINITION,
          RoofingFilter.DEFINITION,
          Trendflex.DEFINITION);

  private CycleIndicators() {}
}
