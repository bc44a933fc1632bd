package io.tradewind.analytics.pattern.candle;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.pattern.PatternMatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All candlestick patterns at once, with their defaults: output {@code i} is that of the {@code
 * i}th {@link CandlePattern}, named as it. What they share is computed once a candle. Ready when
 * the last of them is, after 15 candles; a candle with a NaN begins the warm-up anew.
 */
public final class CandleScan extends BarIndicator {
  /** In the order of the outputs. */
  static final List<CandleShape> SHAPES =
      Stream.of(OneCandle.ALL, TwoCandles.ALL, ThreeCandles.ALL, MoreCandles.ALL)
          .flatMap(List::stream)
          .toList();

  /** What this is. */
  public static final Definition DEFINITION = definitionOfAll();

  private final CandleWindow candles;
  private final CandleRule[] rules;

  /** Of all patterns. */
  public CandleScan() {
    super(DEFINITION, warmupOfAll());
    candles = part(new CandleWindow());
    rules = SHAPES.stream().map(CandleShape::rule).toArray(CandleRule[]::new);
  }

  private static Definition definitionOfAll() {
    Definition.Draft draft =
        Definition.of(Family.CANDLES, "candle-patterns", "All candlestick patterns at once")
            .source("the sources of the patterns");
    SHAPES.forEach(shape -> draft.output(shape.definition().name(), Unit.NUMBER));
    return draft.makes(values -> new CandleScan());
  }

  private static int warmupOfAll() {
    return SHAPES.stream().mapToInt(CandleShape::warmup).max().orElseThrow();
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    candles.add(open, high, low, close);
    boolean holds = candles.holds(warmup());
    for (int i = 1; i < rules.length; i++) {
      set(i, holds ? rules[i].of(candles) : Double.NaN);
    }
    return publish(holds ? rules[0].of(candles) : Double.NaN);
  }

  /**
   * What the last candle completed, in the order of the outputs; see {@link CandlePattern#match}.
   */
  public List<PatternMatch> matches() {
    return IntStream.range(0, rules.length)
        .mapToObj(i -> SHAPES.get(i).match(candles, value(i)))
        .flatMap(Optional::stream)
        .toList();
  }
}
