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
          AwesomeOscillator.DEFINITION,
          BalanceOfPower.DEFINITION,
          Cci.DEFINITION,
          ChandeMomentum.DEFINITION,
          ChandeMomentumPlain.DEFINITION,
          ChangeRatio.DEFINITION,
          Coppock.DEFINITION,
          DetrendedPrice.DEFINITION,
          EfficiencyRatio.DEFINITION,
          ElderRay.DEFINITION,
          ForecastOscillator.DEFINITION,
          Fractal.DEFINITION,
          IntradayMomentum.DEFINITION,
          Kdj.DEFINITION,
          Macd.DEFINITION,
          MacdExtended.DEFINITION,
          MacdFixed.DEFINITION,
          Momentum.DEFINITION,
          PercentagePriceOscillator.DEFINITION,
          Qstick.DEFINITION,
          RateOfChange.DEFINITION,
          Rsi.DEFINITION,
          Stochastic.DEFINITION,
          StochasticMomentum.DEFINITION,
          StochasticRsi.DEFINITION,
          Trix.DEFINITION,
          TrueStrength.DEFINITION,
          UltimateOscillator.DEFINITION,
          WilliamsAccumulation.DEFINITION,
          WilliamsR.DEFINITION);

  private MomentumIndicators() {}
}
