package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.structure.Swings;

/**
 * Fibonacci levels of the last leg between two known swings, from {@code start} to {@code end}.
 * Outputs: 0 retraced, the part of the leg that the close has taken back, 0 at its end, 1 at its
 * start, below 0 beyond its end; 1 start; 2 end; 3 to 7 the retracements {@code end - r (end -
 * start)} for {@code r} of 23.6, 38.2, 50, 61.8 and 78.6 %; 8 to 10 the extensions {@code start + e
 * (end - start)} for {@code e} of 127.2, 161.8 and 261.8 %. All are NaN until there are two swings.
 *
 * <p>The ratios are the powers of the golden section's 0.618, their complements and square roots,
 * and one half, rounded as is usual. Source: R. Fischer (1993), "Fibonacci Applications and
 * Strategies for Traders". A leg is known some bars after its end, so the price may already be on
 * its way. Ready as {@link SwingPoints}.
 */
public final class Fibonacci extends SwingIndicator {
  private static final double[] RETRACEMENTS = {0.236, 0.382, 0.5, 0.618, 0.786};
  private static final double[] EXTENSIONS = {1.272, 1.618, 2.618};
  private static final int FIRST = 3;

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STRUCTURE, "fibonacci", "Fibonacci levels of the last known swing leg")
          .source("R. Fischer (1993), Fibonacci Applications and Strategies for Traders")
          .parameter(KIND)
          .parameter(SIZE)
          .sparse("retraced", Unit.NUMBER)
          .sparse("start", Unit.PRICE)
          .sparse("end", Unit.PRICE)
          .sparse("retracement-236", Unit.PRICE)
          .sparse("retracement-382", Unit.PRICE)
          .sparse("retracement-500", Unit.PRICE)
          .sparse("retracement-618", Unit.PRICE)
          .sparse("retracement-786", Unit.PRICE)
          .sparse("extension-1272", Unit.PRICE)
          .sparse("extension-1618", Unit.PRICE)
          .sparse("extension-2618", Unit.PRICE)
          .memory(Memory.LASTING)
          .makes(values -> new Fibonacci(values.get(KIND), values.get(SIZE)));

  /**
   * By what a swing is.
   *
   * @param kind {@code atr}, {@code percent} or {@code fractal}
   * @param size average true ranges, usually 3; or percent; or bars on either side, whole
   */
  public Fibonacci(String kind, double size) {
    super(DEFINITION, detector(kind, size));
  }

  @Override
  double look(boolean known, double high, double low, double close, double volume) {
    Swings swings = swings();
    boolean isLeg = swings.size() >= 2;
    double start = isLeg ? swings.price(1) : Double.NaN;
    double end = isLeg ? swings.price(0) : Double.NaN;
    double leg = end - start;
    set(1, start);
    set(2, end);
    for (int i = 0; i < RETRACEMENTS.length; i++) {
      set(FIRST + i, end - RETRACEMENTS[i] * leg);
    }
    for (int i = 0; i < EXTENSIONS.length; i++) {
      set(FIRST + RETRACEMENTS.length + i, start + EXTENSIONS[i] * leg);
    }
    return (end - close) / leg;
  }
}
