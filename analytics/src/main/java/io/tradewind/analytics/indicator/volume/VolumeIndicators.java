package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class VolumeIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          AnchoredVwap.DEFINITION,
          ExtremeVwap.DEFINITION,
          Obv.DEFINITION,
          RollingVwap.DEFINITION,
          SessionVwap.DEFINITION);

  private VolumeIndicators() {}
}
