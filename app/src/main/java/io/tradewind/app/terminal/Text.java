package io.tradewind.app.terminal;

import java.util.Locale;

/** Formatted text that reads the same in every country. */
public final class Text {
  private Text() {}

  /** As {@link String#format(Locale, String, Object...)} with no country's habits. */
  public static String of(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
