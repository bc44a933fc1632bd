package io.tradewind.analytics.pattern.candle;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;
import java.util.stream.Stream;

/** The candlestick patterns. */
public final class CandlePatterns {
  /** By number of candles and name, then all at once. */
  public static final List<Definition> ALL =
      Stream.concat(
              CandleScan.SHAPES.stream().map(CandleShape::definition),
              Stream.of(CandleScan.DEFINITION))
          .toList();

  private CandlePatterns() {}
}
