package io.tradewind.venues.binance.parse;

import io.tradewind.analytics.random.SplitMix;

/** What may happen to a text on its way, and worse. */
final class Harm {
  private Harm() {}

  static String to(String text, SplitMix random) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(12));
    String[] other = {
      "",
      "null",
      "{}",
      "[]",
      "[[]]",
      "[[\"1\"]]",
      "\"",
      "1e999999999",
      "-1",
      "true",
      "0.00",
      "9223372036854775808",
      "\\u0000",
      "[[[[[[[[[[[[[[[[[[",
      "\"x\":",
      ",",
      "\uD800"
    };
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + other[random.nextInt(other.length)] + text.substring(end);
      case 2 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
      default -> {
        int colon = Math.max(0, text.indexOf(':', at));
        int stop = text.indexOf(',', colon);
        yield stop < 0
            ? text.substring(0, at)
            : text.substring(0, colon + 1)
                + other[random.nextInt(other.length)]
                + text.substring(stop);
      }
    };
  }
}
