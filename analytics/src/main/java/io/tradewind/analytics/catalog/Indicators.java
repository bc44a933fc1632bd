package io.tradewind.analytics.catalog;

import io.tradewind.analytics.check.NearMiss;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All indicators there are, by family and in each by name. */
public final class Indicators {
  private static final int MOST = 8;
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

  /**
   * {@code "; did you mean x or y?"} for a name that there is none of, or nothing. Looked for,
   * until something is found: the name but for capitals and dashes; TA-Lib's name; names that have
   * all its words, or of which it has all; names a few letters away; outputs of that name.
   */
  public static String question(String name) {
    Collection<String> known = BY_NAME.keySet();
    String plain = plain(name);
    String words = words(name);
    return Stream.<Supplier<Stream<String>>>of(
            () -> known.stream().filter(each -> plain(each).equals(plain)),
            () -> Stream.concat(ofTaLib(plain), withWords(words)).distinct(),
            () -> NearMiss.of(name, known).stream(),
            () -> BY_NAME.values().stream().flatMap(each -> outputs(each, words)))
        .map(found -> found.get().limit(MOST).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(found -> "; did you mean " + String.join(" or ", found) + "?")
        .orElse("");
  }

  private static Stream<String> ofTaLib(String plain) {
    return BY_NAME.values().stream()
        .filter(each -> each.taLib().stream().anyMatch(name -> plain(name).equals(plain)))
        .map(Definition::name);
  }

  private static Stream<String> withWords(String words) {
    return BY_NAME.keySet().stream()
        .filter(each -> words(each).contains(words) || words.contains(words(each)));
  }

  private static Stream<String> outputs(Definition definition, String words) {
    return definition.outputs().stream()
        .filter(output -> words(output.name()).contains(words))
        .map(output -> definition.name() + "." + output.name());
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Words with a dash before, between and behind them. */
  private static String words(String name) {
    return "-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-";
  }
}
