package io.tradewind.strategies;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures in reasons: short, and the same everywhere. */
final class Words {
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private Words() {}

  /** To 6 significant digits, plain. */
  static String figure(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  /** To one decimal. */
  static String tenth(double value) {
    return decimals(value, 1);
  }

  /** To two decimals. */
  static String hundredth(double value) {
    return decimals(value, 2);
  }

  private static String decimals(double value, int count) {
    return BigDecimal.valueOf(value).setScale(count, RoundingMode.HALF_EVEN).toPlainString();
  }
}
