package io.tradewind.research.signalfile;

import java.util.Locale;

/**
 * A symbol as it is written in a file: with or without a venue, a delimiter, a settlement.
 *
 * @param venue lower case, empty where none is named
 * @param pair upper case, {@code BTC/USDT} or {@code BTCUSDT}; empty where no symbol is named
 * @param settle upper case, empty where none is named
 */
record SignalSymbol(String venue, String pair, String settle) {

  /**
   * Takes a text apart. What stands before the first colon is a venue unless it is a pair by itself
   * because the rest is its quote, as in {@code BTCUSDT:USDT}.
   */
  static SignalSymbol parse(String text) {
    String name = text.strip();
    int colon = name.indexOf(':');
    String venue = "";
    if (colon > 0 && !isPair(name.substring(0, colon), name.substring(colon + 1))) {
      venue = name.substring(0, colon).toLowerCase(Locale.ROOT);
      name = name.substring(colon + 1);
    }
    name = name.toUpperCase(Locale.ROOT).replace('_', '/').replace('-', '/');
    int settle = name.indexOf(':');
    return settle < 0
        ? new SignalSymbol(venue, name, "")
        : new SignalSymbol(venue, name.substring(0, settle), name.substring(settle + 1));
  }

  private static boolean isPair(String start, String rest) {
    return start.contains("/")
        || start.toUpperCase(Locale.ROOT).endsWith(rest.toUpperCase(Locale.ROOT));
  }

  /** As {@link io.tradewind.strategies.TimedSignal#symbol} has it. */
  @Override
  public String toString() {
    return (venue.isEmpty() ? "" : venue + ":") + pair + (settle.isEmpty() ? "" : ":" + settle);
  }
}
