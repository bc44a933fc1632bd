package io.tradewind.app.terminal;

import java.util.Locale;

/** Formatted text that reads the same in every country. */
public final class Text {
  private Text() {}

  /** As {@link String#format(Locale, String, Object...)} with no country's habits. */
  public static String of(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** A number of things, of one by its singular: {@code 1 candle}, {@code 5,980 candles}. */
  public static String count(long number, String singular) {
    return of("%,d %s%s", number, singular, number == 1 ? "" : "s");
  }
}
