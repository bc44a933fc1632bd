package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class VolatilityIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          AccelerationBands.DEFINITION,
          Atr.DEFINITION,
          AverageRange.DEFINITION,
          BollingerBands.DEFINITION,
          ChaikinVolatility.DEFINITION,
          ChandeKrollStop.DEFINITION,
          ChandelierExit.DEFINITION,
          KeltnerChannel.DEFINITION,
          MassIndex.DEFINITION,
          NormalizedAtr.DEFINITION,
          RelativeVolatility.DEFINITION,
          TrueRange.DEFINITION);

  private VolatilityIndicators() {}
}
