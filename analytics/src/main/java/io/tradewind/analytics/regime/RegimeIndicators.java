package io.tradewind.analytics.regime;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class RegimeIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          HurstExponent.DEFINITION, RuleBasedRegime.DEFINITION, VolatilityPercentile.DEFINITION);

  private RegimeIndicators() {}
}
