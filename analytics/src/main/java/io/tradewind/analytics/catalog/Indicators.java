package io.tradewind.analytics.catalog;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.cycle.CycleIndicators;
import io.tradewind.analytics.indicator.flow.FlowIndicators;
import io.tradewind.analytics.indicator.momentum.MomentumIndicators;
import io.tradewind.analytics.indicator.rating.RatingIndicators;
import io.tradewind.analytics.indicator.statistics.StatisticsIndicators;
import io.tradewind.analytics.indicator.structure.StructureIndicators;
import io.tradewind.analytics.indicator.transform.TransformIndicators;
import io.tradewind.analytics.indicator.trend.TrendIndicators;
import io.tradewind.analytics.indicator.volatility.VolatilityIndicators;
import io.tradewind.analytics.indicator.volume.VolumeIndicators;
import io.tradewind.analytics.pattern.candle.CandlePatterns;
import io.tradewind.analytics.regime.RegimeIndicators;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All indicators there are, by family and in each by name. */
public final class Indicators {
  private static final Map<String, Definition> BY_NAME = byName();

  private Indicators() {}

  private static Map<String, Definition> byName() {
    Map<String, Definition> result = new LinkedHashMap<>();
    Stream.of(
            TrendIndicators.ALL,
            MomentumIndicators.ALL,
            VolatilityIndicators.ALL,
            VolumeIndicators.ALL,
            CycleIndicators.ALL,
            StructureIndicators.ALL,
            CandlePatterns.ALL,
            FlowIndicators.ALL,
            StatisticsIndicators.ALL,
            TransformIndicators.ALL,
            RegimeIndicators.ALL,
            RatingIndicators.ALL)
        .flatMap(List::stream)
        .forEach(definition -> result.put(definition.name(), definition));
    return result;
  }

  /** All of them. */
  public static List<Definition> all() {
    return List.copyOf(BY_NAME.values());
  }

  /** The one with a name. */
  public static Optional<Definition> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
