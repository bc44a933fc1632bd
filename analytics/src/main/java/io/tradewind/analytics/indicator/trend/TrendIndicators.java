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
          Alma.DEFINITION,
          ArcherTrend.DEFINITION,
          Aroon.DEFINITION,
          Decycler.DEFINITION,
          Dema.DEFINITION,
          DirectionalIndex.DEFINITION,
          DirectionalSums.DEFINITION,
          Donchian.DEFINITION,
          Ema.DEFINITION,
          Envelopes.DEFINITION,
          ExtendedParabolicSar.DEFINITION,
          Frama.DEFINITION,
          GannHiLo.DEFINITION,
          HilbertTrendline.DEFINITION,
          Hma.DEFINITION,
          HoltWinters.DEFINITION,
          InstantaneousTrend.DEFINITION,
          Jurik.DEFINITION,
          Kama.DEFINITION,
          Mama.DEFINITION,
          Mcginley.DEFINITION,
          MidPoint.DEFINITION,
          MidPrice.DEFINITION,
          MovingAverage.DEFINITION,
          ParabolicSar.DEFINITION,
          RandomWalkIndex.DEFINITION,
          Rma.DEFINITION,
          Sma.DEFINITION,
          SuperSmoother.DEFINITION,
          SuperSmoother3.DEFINITION,
          SuperTrend.DEFINITION,
          SwingIndex.DEFINITION,
          T3.DEFINITION,
          Tema.DEFINITION,
          Trima.DEFINITION,
          TtmTrend.DEFINITION,
          VariableMovingAverage.DEFINITION,
          VerticalHorizontalFilter.DEFINITION,
          Vidya.DEFINITION,
          Vortex.DEFINITION,
          Vwma.DEFINITION,
          WeightedAverage.definition(WeightedAverage.Shape.FIBONACCI),
          WeightedAverage.definition(WeightedAverage.Shape.HAMMING),
          WeightedAverage.definition(WeightedAverage.Shape.PASCAL),
          WeightedAverage.definition(WeightedAverage.Shape.SINE),
          Wma.DEFINITION,
          Zlema.DEFINITION);

  private TrendIndicators() {}
}
