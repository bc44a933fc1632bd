package io.tradewind.exchange.wire;

import io.tradewind.exchange.request.Parameters;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How many decimals a symbol's numbers have on the wire, 0 to 8. What is more is cut.
 *
 * @param price of prices
 * @param qty of quantities
 */
public record Digits(int price, int qty) {
  /** All eight. */
  public static final Digits EIGHT = new Digits(Parameters.SCALE, Parameters.SCALE);

  /** Those that steps have. */
  public static Digits ofSteps(long tickE8, long lotE8) {
    return new Digits(digits(tickE8), digits(lotE8));
  }

  private static int digits(long stepE8) {
    int digits = Parameters.SCALE;
    for (long rest = Math.max(1, stepE8); digits > 0 && rest % 10 == 0; rest /= 10) {
      digits--;
    }
    return digits;
  }

  /** A price. */
  public String price(long priceE8) {
    return cut(priceE8, price);
  }

  /** A quantity. */
  public String qty(long qtyE8) {
    return cut(qtyE8, qty);
  }

  /** Price times quantity. */
  public String quote(long quoteE8) {
    return cut(quoteE8, Math.min(Parameters.SCALE, price + qty));
  }

  /** A price between the steps, such as an average: with all the decimals that say something. */
  public String average(long priceE8) {
    return cut(priceE8, priceE8 == 0 ? price : Math.max(price, digits(Math.abs(priceE8))));
  }

  /** A sum of quantities. */
  public String qty(BigInteger qtyE8) {
    return cut(plain(qtyE8), qty);
  }

  /** A sum of prices times quantities. */
  public String quote(BigInteger quoteE8) {
    return cut(plain(quoteE8), Math.min(Parameters.SCALE, price + qty));
  }

  private static String plain(BigInteger e8) {
    return new BigDecimal(e8, Parameters.SCALE).toPlainString();
  }

  /** With so many decimals. */
  public static String cut(long e8, int digits) {
    return cut(Parameters.plain(e8), digits);
  }

  private static String cut(String all, int digits) {
    int less = Parameters.SCALE - digits + (digits == 0 ? 1 : 0);
    return all.substring(0, all.length() - less);
  }
}
