package io.tradewind.core.risk.sizing;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in the words of a reason. */
final class Figure {
  private static final MathContext DIGITS = new MathContext(4);

  private Figure() {}

  /** To four digits, without an exponent: {@code 0.0123}, {@code 1234}. */
  static String of(double value) {
    if (Double.isNaN(value)) {
      return "unknown";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "without bound" : "without bound below";
    }
    return plain(value);
  }

  /** A ratio in percent: {@code 1.23 %}. */
  static String percent(double ratio) {
    return Double.isFinite(ratio) ? plain(100 * ratio) + " %" : of(ratio);
  }

  private static String plain(double value) {
    return value == 0
        ? "0"
        : BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
