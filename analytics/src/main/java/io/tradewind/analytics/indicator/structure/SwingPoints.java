package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.structure.Swings;

/**
 * The last swing high and low that are known, by a zigzag of average true ranges or of percent, or
 * by fractals. Outputs: 0 trend, 1 if the last two highs and the last two lows rise, -1 if both
 * fall, else 0; 1 high and 2 low, prices; 3 high-age and 4 low-age, bars since then. The last four
 * are NaN until there is such a swing.
 *
 * <p>Ready after 15 bars by average true ranges, 1 by percent, {@code 2 size + 1} by fractals.
 * Sources: {@link io.tradewind.analytics.structure.ZigZag}, {@link
 * io.tradewind.analytics.structure.Fractals}; the trend is that of C. H. Dow as told by W. P.
 * Hamilton (1922), "The Stock Market Barometer".
 */
public final class SwingPoints extends SwingIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STRUCTURE, "swing-points", "Last known swing high and low, and trend")
          .source("W. P. Hamilton (1922), The Stock Market Barometer")
          .parameter(KIND)
          .parameter(SIZE)
          .output("trend", Unit.NUMBER)
          .sparse("high", Unit.PRICE)
          .sparse("low", Unit.PRICE)
          .sparse("high-age", Unit.BARS)
          .sparse("low-age", Unit.BARS)
          .memory(Memory.LASTING)
          .makes(values -> new SwingPoints(values.get(KIND), values.get(SIZE)));

  /**
   * By what a swing is.
   *
   * @param kind {@code atr}, {@code percent} or {@code fractal}
   * @param size average true ranges, usually 3; or percent; or bars on either side, whole
   */
  public SwingPoints(String kind, double size) {
    super(DEFINITION, detector(kind, size));
  }

  @Override
  double look(boolean known, double high, double low, double close, double volume) {
    Swings swings = swings();
    int highAgo = swings.size() > 0 && swings.isHigh(0) ? 0 : 1;
    tell(1, highAgo);
    tell(2, 1 - highAgo);
    if (swings.size() < 4) {
      return 0;
    }
    double first = Math.signum(swings.price(0) - swings.price(2));
    double second = Math.signum(swings.price(1) - swings.price(3));
    return first == second ? first : 0;
  }

  private void tell(int output, int ago) {
    Swings swings = swings();
    boolean there = ago < swings.size();
    set(output, there ? swings.price(ago) : Double.NaN);
    set(output + 2, there ? swings.now() - swings.bar(ago) : Double.NaN);
  }
}
