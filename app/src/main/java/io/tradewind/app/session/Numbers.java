package io.tradewind.app.session;

import io.tradewind.core.number.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
  private Numbers() {}

  /** All decimals that count. */
  static String plain(long scaled, int scale) {
    return plain(FixedPoint.toDecimal(scaled, scale));
  }

  /** All decimals that count. */
  static String plain(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0).toPlainString() : bare.toPlainString();
  }

  /** With two decimals, and commas between thousands. */
  static String money(BigDecimal value) {
    return String.format(Locale.ROOT, "%,.2f", value.setScale(2, RoundingMode.HALF_EVEN));
  }

  /** The same with its sign. */
  static String signed(BigDecimal value) {
    return String.format(Locale.ROOT, "%+,.2f", value.setScale(2, RoundingMode.HALF_EVEN));
  }
}
