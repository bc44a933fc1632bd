package io.tradewind.store.series;

import io.tradewind.core.number.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Exact decimals as a pair of a 64-bit mantissa and 0 to 18 decimals, in canonical form: no
 * trailing zero behind the point, so that equal values are equal pairs.
 */
public final class Decimals {
  /** Decimals that the store keeps, those of its Parquet columns. */
  public static final int MAX_DECIMALS = FixedPoint.MAX_SCALE;

  /** Scaled values stay below this, so that sums of two and comparisons are safe. */
  static final long LIMIT = 1L << 62;

  private static final int MAX_TEXT = 64;
  private static final int MAX_FAST_DIGITS = 18;

  private Decimals() {}

  /**
   * Reads plain or scientific notation.
   *
   * @return the value in canonical form
   * @throws NumberFormatException with a reason for the user if the text is no decimal number, has
   *     more than 18 decimals or needs more than 18 digits
   */
  public static Parsed parse(String text) {
    Parsed fast = parsePlain(text);
    return fast == null ? parseAny(text) : fast;
  }

  /** A parsed decimal. */
  public record Parsed(long mantissa, int decimals) {
    /** The exact value. */
    public BigDecimal value() {
      return BigDecimal.valueOf(mantissa, decimals);
    }
  }

  /** The canonical pair of a value; throws as {@link #parse} does. */
  public static Parsed of(BigDecimal value) {
    if (value.signum() == 0) {
      return new Parsed(0, 0);
    }
    long integerDigits = (long) value.precision() - value.scale();
    if (integerDigits > MAX_FAST_DIGITS) {
      throw new NumberFormatException("'" + shown(value.toString()) + "' is too large");
    }
    BigDecimal trimmed = value.stripTrailingZeros();
    if (trimmed.scale() > MAX_DECIMALS) {
      throw new NumberFormatException(
          "'" + shown(value.toString()) + "' has more than " + MAX_DECIMALS + " decimals");
    }
    if (trimmed.scale() < 0) {
      trimmed = trimmed.setScale(0);
    }
    if (trimmed.precision() > MAX_FAST_DIGITS) {
      throw new NumberFormatException(
          "'" + shown(value.toString()) + "' has more than " + MAX_FAST_DIGITS + " digits");
    }
    return new Parsed(trimmed.unscaledValue().longValueExact(), trimmed.scale());
  }

  /** The canonical pair of a scaled value. */
  static Parsed trim(long mantissa, int decimals) {
    if (mantissa == 0) {
      return new Parsed(0, 0);
    }
    long value = mantissa;
    int scale = decimals;
    while (scale > 0 && value % 10 == 0) {
      value /= 10;
      scale--;
    }
    return new Parsed(value, scale);
  }

  /** Order of two values that are not negative. */
  public static int compare(long mantissaA, int decimalsA, long mantissaB, int decimalsB) {
    if (decimalsA == decimalsB) {
      return Long.compare(mantissaA, mantissaB);
    }
    int scale = Math.max(decimalsA, decimalsB);
    long factorA = FixedPoint.pow10(scale - decimalsA);
    long factorB = FixedPoint.pow10(scale - decimalsB);
    int high =
        Long.compare(Math.multiplyHigh(mantissaA, factorA), Math.multiplyHigh(mantissaB, factorB));
    return high != 0 ? high : Long.compareUnsigned(mantissaA * factorA, mantissaB * factorB);
  }

  /** The value in units of {@code 10^-scale}; the caller has made sure that it fits. */
  static long scaled(long mantissa, int decimals, int scale) {
    return FixedPoint.rescale(mantissa, decimals, scale, RoundingMode.HALF_EVEN);
  }

  /** The largest scale up to {@code wanted} at which the value stays below 2^62. */
  public static int fittingScale(int wanted, long mantissa, int decimals) {
    int scale = wanted;
    while (scale > 0 && !fits(mantissa, decimals, scale)) {
      scale--;
    }
    return scale;
  }

  private static boolean fits(long mantissa, int decimals, int scale) {
    return scale <= decimals || mantissa < LIMIT / FixedPoint.pow10(scale - decimals);
  }

  private static @org.jspecify.annotations.Nullable Parsed parsePlain(String text) {
    int length = text.length();
    if (length == 0 || length > MAX_FAST_DIGITS + 1) {
      return null;
    }
    long mantissa = 0;
    int digits = 0;
    int point = -1;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        mantissa = mantissa * 10 + (c - '0');
        digits++;
      } else if (c == '.' && point < 0) {
        point = i;
      } else {
        return null;
      }
    }
    if (digits == 0 || digits > MAX_FAST_DIGITS) {
      return null;
    }
    return trim(mantissa, point < 0 ? 0 : length - point - 1);
  }

  private static Parsed parseAny(String text) {
    if (text.length() > MAX_TEXT) {
      throw new NumberFormatException("'" + shown(text) + "' is no number");
    }
    BigDecimal value;
    try {
      value = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new NumberFormatException("'" + shown(text) + "' is no number");
    }
    return of(value);
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
