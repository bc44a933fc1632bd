package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class VolumeIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          AccumulationDistribution.DEFINITION,
          AlphaTrend.DEFINITION,
          AnchoredVwap.DEFINITION,
          ArcherObv.DEFINITION,
          ChaikinMoneyFlow.DEFINITION,
          ChaikinOscillator.DEFINITION,
          EaseOfMovement.DEFINITION,
          ExtremeVwap.DEFINITION,
          ForceIndex.DEFINITION,
          IntradayIntensity.DEFINITION,
          KlingerOscillator.DEFINITION,
          MarketFacilitation.DEFINITION,
          MoneyFlowIndex.DEFINITION,
          NegativeVolumeIndex.DEFINITION,
          NetVolume.DEFINITION,
          Obv.DEFINITION,
          PercentageVolumeOscillator.DEFINITION,
          PositiveVolumeIndex.DEFINITION,
          PriceVolumeRank.DEFINITION,
          PriceVolumeTrend.DEFINITION,
          RelativeVolume.DEFINITION,
          RelativeVolumeAtTime.DEFINITION,
          RollingVwap.DEFINITION,
          RollingVwapBands.DEFINITION,
          RunningVwap.DEFINITION,
          SessionTwap.DEFINITION,
          SessionVwap.DEFINITION,
          SignedVolumeOscillator.DEFINITION,
          TimeSegmentedVolume.DEFINITION,
          TwiggsMoneyFlow.DEFINITION,
          VolumeHeat.DEFINITION,
          VolumeWeightedMacd.DEFINITION,
          WilliamsVariable.DEFINITION);

  private VolumeIndicators() {}
}
