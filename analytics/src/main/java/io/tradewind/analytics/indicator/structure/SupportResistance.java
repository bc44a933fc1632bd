package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.volatility.Atr;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.structure.LevelBook;
import io.tradewind.analytics.structure.PriceLevel;
import java.util.List;

/**
 * Nearest support and resistance: levels at which the price turned at least {@code touches} times,
 * gathered from known swings by a {@link LevelBook} of {@code levels} places. Swings belong
 * together if they are within {@code tolerance} average true ranges of 14 bars, or percent of the
 * price. Outputs: 0 support, the nearest level at or below the close; 1 resistance, the nearest
 * above; both NaN where there is none; 2 support-strength and 3 resistance-strength, 0 where there
 * is none: by touches, recency and volume, as {@link LevelBook} says.
 *
 * <p>A swing takes part from the bar at which it is known, a bar's volume before that bar's swing.
 * Source: C. L. Osler (2000), "Support for Resistance", FRBNY Economic Policy Review 6(2). Ready as
 * {@link SwingPoints}.
 */
public final class SupportResistance extends SwingIndicator {
  private static final int ATR_LENGTH = 14;
  private static final ChoiceParameter UNIT = Parameter.choice("unit", "atr", "percent");
  private static final DecimalParameter TOLERANCE = Parameter.decimal("tolerance", 1, 0.001, 100);
  private static final IntParameter TOUCHES = Parameter.integer("touches", 2, 1, 100);
  private static final IntParameter LEVELS = Parameter.integer("levels", 20, 1, 1000);
  private static final IntParameter HALF_LIFE = Parameter.integer("half-life", 500, 1, 1_000_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STRUCTURE, "support-resistance", "Nearest levels at which the price turned")
          .source("C. L. Osler (2000), Support for Resistance, FRBNY Economic Policy Review 6(2)")
          .parameter(KIND)
          .parameter(SIZE)
          .parameter(UNIT)
          .parameter(TOLERANCE)
          .parameter(TOUCHES)
          .parameter(LEVELS)
          .parameter(HALF_LIFE)
          .sparse("support", Unit.PRICE)
          .sparse("resistance", Unit.PRICE)
          .output("support-strength", Unit.NUMBER)
          .output("resistance-strength", Unit.NUMBER)
          .memory(Memory.LASTING)
          .makes(v ->
              new SupportResistance(
                  v.get(KIND),
                  v.get(SIZE),
                  new Gathering(
                      v.get(UNIT),
                      v.get(TOLERANCE),
                      v.get(TOUCHES),
                      v.get(LEVELS),
                      v.get(HALF_LIFE))));

  private final Atr atr = part(new Atr(ATR_LENGTH));
  private final boolean byAtr;
  private final double tolerance;
  private final int touches;
  private final LevelBook book;

  /**
   * How swings are gathered into levels.
   *
   * @param unit of the tolerance, {@code atr} or {@code percent}
   * @param tolerance how far from a level a swing may be to touch it, usually 1 {@code atr}
   * @param touches least touches of a level that is told of, usually 2
   * @param levels most levels that are kept, usually 20
   * @param halfLife bars after which a touch counts for half, usually 500
   */
  public record Gathering(String unit, double tolerance, int touches, int levels, int halfLife) {
    /** Checks the ranges. */
    public Gathering {
      UNIT.parse(unit);
      TOLERANCE.check(tolerance);
      TOUCHES.check(touches);
      LEVELS.check(levels);
      HALF_LIFE.check(halfLife);
    }
  }

  /**
   * By what a swing is, and how swings are gathered.
   *
   * @param kind {@code atr}, {@code percent} or {@code fractal}
   * @param size average true ranges, usually 3; or percent; or bars on either side, whole
   */
  public SupportResistance(String kind, double size, Gathering gathering) {
    super(DEFINITION, detector(kind, size));
    byAtr = gathering.unit().equals("atr");
    tolerance = gathering.tolerance();
    touches = gathering.touches();
    book = part(new LevelBook(gathering.levels(), gathering.halfLife()));
  }

  @Override
  double look(boolean known, double high, double low, double close, double volume) {
    atr.update(close, high, low, close, volume);
    book.pass(high, low, volume);
    if (known) {
      double price = swings().price(0);
      double width = byAtr ? tolerance * atr.value() : tolerance / 100.0 * Math.abs(price);
      book.touch(price, width);
    }
    int support = book.below(close, touches);
    int resistance = book.above(close, touches);
    set(1, book.price(resistance));
    set(2, book.strength(support));
    set(3, book.strength(resistance));
    return book.price(support);
  }

  /** All levels that are kept, also those touched less often. */
  public List<PriceLevel> levels() {
    return book.levels();
  }
}
