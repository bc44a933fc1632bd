package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class MomentumIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          Cci.DEFINITION,
          Macd.DEFINITION,
          RateOfChange.DEFINITION,
          Rsi.DEFINITION,
          Stochastic.DEFINITION);

  private MomentumIndicators() {}
}
