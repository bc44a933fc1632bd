package io.tradewind.simulation.exchange;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;

/**
 * Arithmetic of the exchange. Prices, quantities, amounts and factors are {@code long} in units of
 * 10^-8, as the suffix {@code E8} says, so that the largest is about 9.2e10. What does not fit is
 * asked about with {@link #fits} before it is computed; a sum or product that does not fit after
 * all is an {@link ArithmeticException}, never a wrong number.
 */
public final class Amounts {
  /** Digits behind the point. */
  public static final int SCALE = 8;

  /** 1 in units of 10^-8. */
  public static final long ONE_E8 = 100_000_000;

  private static final long MILLION = 1_000_000;

  private Amounts() {}

  /** Whether price times quantity, rounded up, is an amount; both at least 0. */
  public static boolean fits(long priceE8, long qtyE8) {
    Check.argument(priceE8 >= 0, "priceE8 must be >= 0, was %s", priceE8);
    Check.argument(qtyE8 >= 0, "qtyE8 must be >= 0, was %s", qtyE8);
    return compareProducts(priceE8, qtyE8, Long.MAX_VALUE, ONE_E8) <= 0;
  }

  /** What a quantity is worth in quote, rounded down: what a trade pays and brings. */
  public static long quoteDownE8(long priceE8, long qtyE8) {
    return FixedPoint.mulDiv(priceE8, qtyE8, ONE_E8, RoundingMode.DOWN);
  }

  /** What a quantity is worth in quote, rounded up: what must be locked for it. */
  public static long quoteUpE8(long priceE8, long qtyE8) {
    return FixedPoint.mulDiv(priceE8, qtyE8, ONE_E8, RoundingMode.UP);
  }

  /** The greatest quantity whose worth is within an amount; the price above 0. */
  public static long affordableE8(long quoteE8, long priceE8) {
    // The quotient can be beyond a long where the price is tiny: then no order can ask for more.
    return compareProducts(quoteE8, ONE_E8, Long.MAX_VALUE, priceE8) >= 0
        ? Long.MAX_VALUE
        : FixedPoint.mulDiv(quoteE8, ONE_E8, priceE8, RoundingMode.DOWN);
  }

  /** The fee on an amount, in parts of a million, rounded down. */
  public static long feeE8(long amountE8, int ratePpm) {
    return FixedPoint.mulDiv(amountE8, ratePpm, MILLION, RoundingMode.DOWN);
  }

  /** A quantity without what is no whole step; a step of 0 means that any will do. */
  public static long toStepE8(long qtyE8, long stepE8) {
    return stepE8 == 0 ? qtyE8 : qtyE8 - qtyE8 % stepE8;
  }

  /** Compares {@code a * b} with {@code c * d}, all at least 0, in 128 bits. */
  public static int compareProducts(long a, long b, long c, long d) {
    int upper = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return upper != 0 ? upper : Long.compareUnsigned(a * b, c * d);
  }
}
