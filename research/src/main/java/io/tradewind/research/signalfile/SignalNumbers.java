package io.tradewind.research.signalfile;

import io.tradewind.core.signal.SignalSize;
import io.tradewind.strategies.TimedSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and prices as people write them; each method throws with what is wrong. */
final class SignalNumbers {
  private static final String DECIMAL = "[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?";
  private static final Pattern NUMBER = Pattern.compile(DECIMAL);
  private static final Pattern SUM = Pattern.compile("(" + DECIMAL + ")\\s*([A-Za-z][A-Za-z0-9]+)");

  private SignalNumbers() {}

  /** Nothing, a share of equity, a quantity of base, or a number with its currency. */
  static SignalSize size(String text, String pair) {
    if (text.isBlank()) {
      return SignalSize.EQUAL_SHARE;
    }
    if (text.endsWith("%")) {
      return new SignalSize.Share(number(withoutPercent(text), "size") / 100);
    }
    Matcher sum = SUM.matcher(text);
    return sum.matches()
        ? sum(number(sum.group(1), "size"), sum.group(2).toUpperCase(Locale.ROOT), text, pair)
        : new SignalSize.Qty(number(text, "size"));
  }

  private static SignalSize sum(double number, String currency, String text, String pair) {
    if (pair.isEmpty()) {
      throw new IllegalArgumentException(
          "size '" + text + "' needs the symbol in its row where the run has several");
    }
    if (pair.endsWith(currency)) {
      return new SignalSize.Notional(number);
    }
    if (pair.startsWith(currency)) {
      return new SignalSize.Qty(number);
    }
    throw new IllegalArgumentException(
        "size '" + text + "' is in neither of the currencies of " + pair);
  }

  /** A stop lies against the direction, targets with it. */
  static Optional<TimedSignal.Level> stop(Optional<String> text, int directionSign) {
    return text.map(stop -> level(stop, "stop", -directionSign));
  }

  /** Several, separated by semicolons, bars or blanks. */
  static List<TimedSignal.Level> targets(String text, int directionSign) {
    List<TimedSignal.Level> targets = new ArrayList<>();
    for (String part : text.split("[;| ]+")) {
      if (!part.isBlank()) {
        targets.add(level(part, "target", directionSign));
      }
    }
    return targets;
  }

  private static TimedSignal.Level level(String text, String what, int sign) {
    if (!text.endsWith("%")) {
      return new TimedSignal.Level.Price(number(text, what));
    }
    double ratio = number(withoutPercent(text), what) / 100;
    if (sign < 0 && ratio >= 1) {
      throw new IllegalArgumentException(
          what + " '" + text + "' would be a price of 0 or less; it must be under 100%");
    }
    return new TimedSignal.Level.Distance(ratio);
  }

  private static String withoutPercent(String text) {
    return text.substring(0, text.length() - 1).strip();
  }

  private static double number(String text, String what) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(what + " '" + text + "' is no number");
    }
    double value = Double.parseDouble(text);
    if (value > 0 && value < Double.POSITIVE_INFINITY) {
      return value;
    }
    throw new IllegalArgumentException(what + " '" + text + "' must be above 0");
  }
}
