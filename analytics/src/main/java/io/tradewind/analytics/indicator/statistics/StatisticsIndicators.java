package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class StatisticsIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(RollingMax.DEFINITION, RollingMin.DEFINITION, StandardDeviation.DEFINITION);

  private StatisticsIndicators() {}
}
