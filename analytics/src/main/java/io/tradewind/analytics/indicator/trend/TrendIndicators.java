package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class TrendIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(Adx.DEFINITION, Donchian.DEFINITION, Ema.DEFINITION, Sma.DEFINITION, Wma.DEFINITION);

  private TrendIndicators() {}
}
