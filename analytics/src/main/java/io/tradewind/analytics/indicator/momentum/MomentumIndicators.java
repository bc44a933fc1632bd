package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class MomentumIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          AbsolutePriceOscillator.DEFINITION,
          AcceleratorOscillator.DEFINITION,
          AdvanceDecline.DEFINITION,
          AwesomeOscillator.DEFINITION,
          BalanceOfPower.DEFINITION,
          Bias.DEFINITION,
          BrAr.DEFINITION,
          Cci.DEFINITION,
          ChandeForecast.DEFINITION,
          ChandeMomentum.DEFINITION,
          ChandeMomentumPlain.DEFINITION,
          ChangeRatio.DEFINITION,
          ChopZone.DEFINITION,
          ConnorsRsi.DEFINITION,
          Coppock.DEFINITION,
          CorrelationTrend.DEFINITION,
          DetrendedClose.DEFINITION,
          DetrendedPrice.DEFINITION,
          EfficiencyRatio.DEFINITION,
          ElderRay.DEFINITION,
          Exhaustion.DEFINITION,
          FisherTransform.DEFINITION,
          ForecastOscillator.DEFINITION,
          Fractal.DEFINITION,
          IntradayMomentum.DEFINITION,
          Kdj.DEFINITION,
          KnowSureThing.DEFINITION,
          Macd.DEFINITION,
          MacdExtended.DEFINITION,
          MacdFixed.DEFINITION,
          Momentum.DEFINITION,
          PercentagePriceOscillator.DEFINITION,
          PrettyGoodOscillator.DEFINITION,
          PsychologicalLine.DEFINITION,
          Qqe.DEFINITION,
          Qstick.DEFINITION,
          RateOfChange.DEFINITION,
          RelativeVigor.DEFINITION,
          Rsi.DEFINITION,
          Rsx.DEFINITION,
          SchaffTrendCycle.DEFINITION,
          SmiErgodic.DEFINITION,
          Squeeze.DEFINITION,
          SqueezePro.DEFINITION,
          Stochastic.DEFINITION,
          StochasticMomentum.DEFINITION,
          StochasticRsi.DEFINITION,
          Trix.DEFINITION,
          TrueMomentum.DEFINITION,
          TrueStrength.DEFINITION,
          UltimateOscillator.DEFINITION,
          WaveTrend.DEFINITION,
          WilliamsAccumulation.DEFINITION,
          WilliamsR.DEFINITION);

  private MomentumIndicators() {}
}
