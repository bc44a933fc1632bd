package io.tradewind.core.number;

import io.tradewind.analytics.check.Check;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one crossing between the doubles of thinking and the scaled longs of ordering. Into orders it
 * rounds to the safe side: a buy price down, a sell price up, a quantity down, and always onto the
 * step that the venue demands.
 */
public final class Crossing {
  /** {@code 10^0 .. 10^18}, each exact as a double up to {@code 10^18}. */
  private static final double[] POWERS = powers();

  /** Up to here doubles tell neighbouring eighths of a step apart. */
  private static final double EXACT = 1L << 50;

  /** The last bits of a product or two, as a part of its size: four to eight of its ulps. */
  private static final double NOISE = 0x1p-50;

  /** More than this of a step is never noise. */
  private static final double MOST_NOISE = 0x1p-2;

  private Crossing() {}

  /** The double nearest to the exact value, as long as the scaled value is below 2^53. */
  public static double toDouble(long scaled, int scale) {
    return scaled / POWERS[scale];
  }

  /** The price of a buy: down to the tick. */
  public static long buyPrice(double price, int scale, long tickScaled) {
    return onStep(price, scale, tickScaled, RoundingMode.FLOOR);
  }

  /** The price of a sale: up to the tick. */
  public static long sellPrice(double price, int scale, long tickScaled) {
    return onStep(price, scale, tickScaled, RoundingMode.CEILING);
  }

  /** A quantity: down to the lot. */
  public static long qty(double qty, int scale, long lotScaled) {
    return onStep(qty, scale, lotScaled, RoundingMode.FLOOR);
  }

  /** An amount of money; FLOOR, CEILING or HALF_EVEN. */
  public static long amount(double amount, int scale, RoundingMode rounding) {
    return onStep(amount, scale, 1, rounding);
  }

  /** A ratio such as 0.015 in parts per million, rounded to the nearest. */
  public static long ppm(double ratio) {
    return onStep(ratio, 6, 1, RoundingMode.HALF_EVEN);
  }

  /**
   * A value that lies on a step but for the last bits, as {@code 100 * (1 - 0.1)} may, is taken to
   * lie on it, so that noise is not rounded a whole step away.
   */
  private static long onStep(double value, int scale, long step, RoundingMode rounding) {
    double steps = value * POWERS[scale] / step;
    double size = Math.abs(steps);
    if (!(size < EXACT)) {
      return wide(value, scale, step, rounding);
    }
    double nearest = Math.rint(steps);
    double noise = Math.min(MOST_NOISE, size * NOISE);
    double whole = Math.abs(steps - nearest) <= noise ? nearest : round(steps, rounding);
    return Math.multiplyExact((long) whole, step);
  }

  private static double round(double steps, RoundingMode rounding) {
    return switch (rounding) {
      case FLOOR -> Math.floor(steps);
      case CEILING -> Math.ceil(steps);
      case HALF_EVEN -> Math.rint(steps);
      case UP, DOWN, HALF_UP, HALF_DOWN, UNNECESSARY ->
          throw new IllegalArgumentException("no way to round an order by: " + rounding);
    };
  }

  private static long wide(double value, int scale, long step, RoundingMode rounding) {
    Check.argument(Double.isFinite(value), "a number to order by must be finite, was %s", value);
    BigDecimal steps =
        BigDecimal.valueOf(value)
            .movePointRight(scale)
            .divide(BigDecimal.valueOf(step), 0, rounding);
    return Math.multiplyExact(steps.unscaledValue().longValueExact(), step);
  }

  private static double[] powers() {
    double[] powers = new double[FixedPoint.MAX_SCALE + 1];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = FixedPoint.pow10(i);
    }
    return powers;
  }
}
