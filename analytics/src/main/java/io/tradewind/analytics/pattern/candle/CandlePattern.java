package io.tradewind.analytics.pattern.candle;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.pattern.PatternMatch;
import java.util.Optional;

/**
 * One candlestick pattern: 100 where it is seen and bullish, -100 where bearish, 0 elsewhere; 80
 * and -80 where two bodies match at one end, 200 and -200 where a hikkake is confirmed. Which
 * pattern it is stands in its {@link #definition}; all of them are in {@link CandlePatterns}. None
 * looks at the trend before it, which gives most of them their meaning.
 *
 * <p>Ready as TA-Lib's function, after the candles of the pattern and the ten or five before them
 * that say what is long. A candle with a NaN begins the warm-up anew, and until it is over the
 * output is NaN.
 *
 * <p>The values are TA-Lib's on the same prices counted in ticks. On prices with decimal fractions
 * TA-Lib's running sums carry errors of rounding which decide the comparison wherever two lengths
 * are equal, as they often are where a candle is a few ticks long; here equal is equal.
 */
public final class CandlePattern extends BarIndicator {
  private final CandleShape shape;
  private final CandleWindow candles;
  private final CandleRule rule;

  CandlePattern(CandleShape shape, CandleRule rule) {
    super(shape.definition(), shape.warmup());
    this.shape = shape;
    this.candles = part(new CandleWindow());
    this.rule = rule;
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    candles.add(open, high, low, close);
    return publish(candles.holds(warmup()) ? rule.of(candles) : Double.NaN);
  }

  /**
   * What the last candle completed, if anything: the points are the lows of the pattern's candles
   * if it is bullish, the highs if bearish, the closes if it is neither (dojis and spinning tops,
   * whatever the sign of the output). The furthest point is the level {@code invalidation}. The
   * confidence is 1, for 80 it is 0.8, for a hikkake that is not confirmed 0.5: it says how well
   * the shape fits, not how often it comes true.
   */
  public Optional<PatternMatch> match() {
    return shape.match(candles, value());
  }
}
