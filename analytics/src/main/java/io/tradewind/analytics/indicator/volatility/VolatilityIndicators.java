package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class VolatilityIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          Aberration.DEFINITION,
          AccelerationBands.DEFINITION,
          Atr.DEFINITION,
          AverageRange.DEFINITION,
          BollingerBands.DEFINITION,
          BollingerPosition.DEFINITION,
          BollingerTrend.DEFINITION,
          ChaikinVolatility.DEFINITION,
          ChandeKrollStop.DEFINITION,
          ChandelierExit.DEFINITION,
          Choppiness.DEFINITION,
          CloseVolatility.DEFINITION,
          GarmanKlass.DEFINITION,
          Inertia.DEFINITION,
          KeltnerChannel.DEFINITION,
          MassIndex.DEFINITION,
          NormalizedAtr.DEFINITION,
          Parkinson.DEFINITION,
          PriceDistance.DEFINITION,
          RelativeVolatility.DEFINITION,
          RogersSatchell.DEFINITION,
          SafeZone.DEFINITION,
          Thermometer.DEFINITION,
          TrueRange.DEFINITION,
          UlcerIndex.DEFINITION,
          VolatilityStop.DEFINITION,
          YangZhang.DEFINITION);

  private VolatilityIndicators() {}
}
