package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class TrendIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          Adx.DEFINITION,
          AdxRating.DEFINITION,
          Alligator.DEFINITION,
          Aroon.DEFINITION,
          DirectionalIndex.DEFINITION,
          DirectionalSums.DEFINITION,
          Donchian.DEFINITION,
          Ema.DEFINITION,
          Rma.DEFINITION,
          Sma.DEFINITION,
          SwingIndex.DEFINITION,
          VerticalHorizontalFilter.DEFINITION,
          Vortex.DEFINITION,
          Wma.DEFINITION);

  private TrendIndicators() {}
}
