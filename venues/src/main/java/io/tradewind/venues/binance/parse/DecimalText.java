package io.tradewind.venues.binance.parse;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.venues.binance.model.InputFault;

/** Decimals out of characters into scaled longs, exactly or not at all. */
final class DecimalText {
  private static final long NEARLY_FULL = (Long.MAX_VALUE - 9) / 10;

  private DecimalText() {}

  static long scaled(String text, int scale) {
    return scaled(text.toCharArray(), 0, text.length(), scale);
  }

  /**
   * Plain notation: digits, maybe a minus sign before and a point within them.
   *
   * @throws BadInput if it is none, or has more digits than the scale or than fit
   */
  static long scaled(char[] text, int from, int length, int scale) {
    int end = from + length;
    boolean negative = length > 0 && text[from] == '-';
    long value = 0;
    int digits = 0;
    int decimals = -1;
    for (int i = negative ? from + 1 : from; i < end; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        digits++;
        if (decimals >= 0 && decimals >= scale) {
          check(c == '0', InputFault.INEXACT);
        } else {
          check(value <= NEARLY_FULL, InputFault.INEXACT);
          value = value * 10 + (c - '0');
          decimals += decimals >= 0 ? 1 : 0;
        }
      } else {
        check(c == '.' && decimals < 0 && digits > 0, InputFault.BAD_NUMBER);
        decimals = 0;
      }
    }
    check(digits > 0, InputFault.BAD_NUMBER);
    long power = FixedPoint.pow10(scale - Math.max(decimals, 0));
    check(value <= Long.MAX_VALUE / power, InputFault.INEXACT);
    return negative ? -value * power : value * power;
  }

  private static void check(boolean holds, InputFault fault) {
    if (!holds) {
      throw new BadInput(fault, "not a decimal of this scale");
    }
  }
}
