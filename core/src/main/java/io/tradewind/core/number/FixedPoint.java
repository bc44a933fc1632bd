package io.tradewind.core.number;

import io.tradewind.analytics.check.Check;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Arithmetic on decimals kept as a {@code long} in units of {@code 10^-scale}. Products are carried
 * out in 128 bits where 64 do not hold them; a result that does not fit a {@code long} is an {@link
 * ArithmeticException}, never a wrong number. Rounding is always named.
 */
public final class FixedPoint {
  /** The largest scale: {@code 10^18} is the largest power of ten in a {@code long}. */
  public static final int MAX_SCALE = 18;

  private static final long[] POWERS = powers();
  private static final long DIGIT = 0xFFFFFFFFL;

  private FixedPoint() {}

  /** {@code 10^exponent} for 0 to {@value #MAX_SCALE}. */
  public static long pow10(int exponent) {
    Check.argument(
        exponent >= 0 && exponent <= MAX_SCALE, "scale must be within 0..18, was %s", exponent);
    return POWERS[exponent];
  }

  /**
   * Reads plain or scientific notation ({@code 42283.58}, {@code 8.6e-7}).
   *
   * @throws NumberFormatException if the text is no decimal number
   * @throws ArithmeticException if it does not fit, or with {@link RoundingMode#UNNECESSARY} if it
   *     has more digits than the scale
   */
  public static long parse(String text, int scale, RoundingMode rounding) {
    return fromDecimal(new BigDecimal(text), scale, rounding);
  }

  /** {@code value} in units of {@code 10^-scale}; throws as {@link #parse} does. */
  public static long fromDecimal(BigDecimal value, int scale, RoundingMode rounding) {
    // A few characters can ask for a thousand million digits: those are never written out.
    long digitsBeforePoint = (long) value.precision() - value.scale();
    if (value.signum() == 0) {
      return 0;
    }
    if (digitsBeforePoint > MAX_SCALE + 1) {
      throw new ArithmeticException("a number with " + digitsBeforePoint + " digits does not fit");
    }
    if (digitsBeforePoint < -scale) {
      BigDecimal hair = BigDecimal.valueOf(value.signum(), scale + 1);
      return hair.setScale(scale, rounding).unscaledValue().longValueExact();
    }
    return value.setScale(scale, rounding).unscaledValue().longValueExact();
  }

  /** The exact value. */
  public static BigDecimal toDecimal(long scaled, int scale) {
    return BigDecimal.valueOf(scaled, scale);
  }

  /** Canonical text: plain notation, no trailing zeros, no exponent, {@code 0} for zero. */
  public static String format(long scaled, int scale) {
    if (scaled == 0) {
      return "0";
    }
    return BigDecimal.valueOf(scaled, scale).stripTrailingZeros().toPlainString();
  }

  /** Moves a value to another scale. */
  public static long rescale(long value, int from, int to, RoundingMode rounding) {
    if (from == to) {
      return value;
    }
    return from < to
        ? Math.multiplyExact(value, pow10(to - from))
        : divide(value, pow10(from - to), rounding);
  }

  /** {@code a * b} of two scaled values, in the scale of the result. */
  public static long multiply(
      long a, int scaleA, long b, int scaleB, int scaleOut, RoundingMode rounding) {
    int surplus = scaleA + scaleB - scaleOut;
    if (surplus < 0) {
      return Math.multiplyExact(mulDiv(a, b, 1, rounding), pow10(-surplus));
    }
    if (surplus > MAX_SCALE) {
      return wide(a, b, BigInteger.TEN.pow(surplus), rounding);
    }
    return mulDiv(a, b, POWERS[surplus], rounding);
  }

  /** {@code a * b / divisor} with a 128-bit product; the divisor must be above zero. */
  public static long mulDiv(long a, long b, long divisor, RoundingMode rounding) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if (high == low >> 63) {
      return divide(low, divisor, rounding);
    }
    Check.argument(divisor > 0, "divisor must be > 0, was %s", divisor);
    int sign = high < 0 ? -1 : 1;
    long upper = high < 0 ? ~high + (low == 0 ? 1 : 0) : high;
    long lower = high < 0 ? -low : low;
    if (upper >= divisor) {
      throw new ArithmeticException("long overflow");
    }
    long quotient = divideWide(upper, lower, divisor);
    long rest = lower - quotient * divisor;
    boolean away = rest != 0 && awayFromZero(rounding, rest, divisor, quotient, sign);
    return signed(quotient, away, sign);
  }

  /** A magnitude, read as unsigned, with its last digit rounded and its sign. */
  private static long signed(long magnitude, boolean away, int sign) {
    long largest = sign < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    if (Long.compareUnsigned(magnitude, away ? largest - 1 : largest) > 0) {
      throw new ArithmeticException("long overflow");
    }
    return sign * (away ? magnitude + 1 : magnitude);
  }

  /**
   * {@code (upper * 2^64 + lower) / divisor}, both halves unsigned, for an upper half below the
   * divisor: long division in two digits of base 2^32 (D. E. Knuth, The Art of Computer Programming
   * 2, 4.3.1, algorithm D).
   */
  private static long divideWide(long upper, long lower, long divisor) {
    int shift = Long.numberOfLeadingZeros(divisor);
    long d = divisor << shift;
    long u = shift == 0 ? upper : (upper << shift) | (lower >>> (64 - shift));
    long l = lower << shift;
    long first = digit(u, l >>> 32, d);
    long rest = ((u << 32) | (l >>> 32)) - first * d;
    return (first << 32) | digit(rest, l & DIGIT, d);
  }

  /** One digit of a quotient: {@code (rest * 2^32 + next) / d}, where the top bit of d is set. */
  private static long digit(long rest, long next, long d) {
    long guess = Long.divideUnsigned(rest, d >>> 32);
    long left = rest - guess * (d >>> 32);
    while (guess > DIGIT || Long.compareUnsigned(guess * (d & DIGIT), (left << 32) | next) > 0) {
      guess--;
      left += d >>> 32;
      if (left > DIGIT) {
        break;
      }
    }
    return guess;
  }

  /** {@code value / divisor}; the divisor must be above zero. */
  public static long divide(long value, long divisor, RoundingMode rounding) {
    Check.argument(divisor > 0, "divisor must be > 0, was %s", divisor);
    long quotient = value / divisor;
    long rest = value - quotient * divisor;
    if (rest == 0) {
      return quotient;
    }
    int sign = value < 0 ? -1 : 1;
    return quotient + (awayFromZero(rounding, rest, divisor, quotient, sign) ? sign : 0);
  }

  /** The nearest multiple of {@code step} in the direction that is named; the step is above 0. */
  public static long toStep(long value, long step, RoundingMode rounding) {
    return Math.multiplyExact(divide(value, step, rounding), step);
  }

  private static boolean awayFromZero(
      RoundingMode rounding, long rest, long divisor, long quotient, int sign) {
    long magnitude = Math.abs(rest);
    int half = Long.compare(magnitude, divisor - magnitude);
    return switch (rounding) {
      case UP -> true;
      case DOWN -> false;
      case CEILING -> sign > 0;
      case FLOOR -> sign < 0;
      case HALF_UP -> half >= 0;
      case HALF_DOWN -> half > 0;
      case HALF_EVEN -> half > 0 || (half == 0 && (quotient & 1) != 0);
      case UNNECESSARY -> throw new ArithmeticException("rounding is necessary");
    };
  }

  private static long wide(long a, long b, BigInteger divisor, RoundingMode rounding) {
    BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    return new BigDecimal(product)
        .divide(new BigDecimal(divisor), 0, rounding)
        .unscaledValue()
        .longValueExact();
  }

  private static long[] powers() {
    long[] powers = new long[MAX_SCALE + 1];
    powers[0] = 1;
    for (int i = 1; i <= MAX_SCALE; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
