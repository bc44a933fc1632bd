package io.tradewind.research.signalfile;

import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.trade.Direction;
import io.tradewind.strategies.TimedSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row of named fields to the signals that it means. */
final class SignalRow {
  /** Columns of flags, one for each action, as freqtrade has them. */
  static final Set<String> FLAGS = Set.of("enter_long", "exit_long", "enter_short", "exit_short");

  private static final Pattern NOTIONAL = Pattern.compile("([0-9.eE+-]+)\\s*([A-Za-z]{2,})");

  private SignalRow() {}

  /** The signals of a row; throws {@link IllegalArgumentException} with what is wrong. */
  static List<TimedSignal> parse(Map<String, String> fields) {
    long timeNs = SignalTime.parse(need(fields, "time"));
    String symbol = symbol(fields.getOrDefault("symbol", ""));
    String tag = fields.getOrDefault("tag", "signal of the file");
    if (fields.containsKey("action")) {
      return List.of(signal(timeNs, symbol, fields, tag));
    }
    List<TimedSignal> signals = new ArrayList<>();
    if (isSet(fields, "exit_long") || isSet(fields, "exit_short")) {
      signals.add(new TimedSignal(timeNs, symbol, Optional.empty(), tag));
    }
    if (isSet(fields, "enter_long")) {
      signals.add(new TimedSignal(timeNs, symbol, entry(Direction.LONG, fields), tag));
    }
    if (isSet(fields, "enter_short")) {
      signals.add(new TimedSignal(timeNs, symbol, entry(Direction.SHORT, fields), tag));
    }
    if (signals.isEmpty() && fields.keySet().stream().noneMatch(FLAGS::contains)) {
      throw new IllegalArgumentException("action is missing: write enter or exit");
    }
    return signals;
  }

  private static TimedSignal signal(
      long timeNs, String symbol, Map<String, String> fields, String tag) {
    String action = need(fields, "action").toLowerCase(Locale.ROOT);
    return switch (action) {
      case "enter", "entry", "open" ->
          new TimedSignal(timeNs, symbol, entry(side(fields), fields), tag);
      case "enter_long", "long", "buy" ->
          new TimedSignal(timeNs, symbol, entry(Direction.LONG, fields), tag);
      case "enter_short", "short" ->
          new TimedSignal(timeNs, symbol, entry(Direction.SHORT, fields), tag);
      case "exit", "close", "sell", "exit_long", "exit_short", "flat" ->
          new TimedSignal(timeNs, symbol, Optional.empty(), tag);
      default ->
          throw new IllegalArgumentException(
              "action '" + action + "' is unknown: write enter or exit");
    };
  }

  private static Optional<TimedSignal.Entry> entry(
      Direction direction, Map<String, String> fields) {
    List<TimedSignal.Level> targets = new ArrayList<>();
    for (String part : fields.getOrDefault("targets", "").split("[;| ]+")) {
      if (!part.isBlank()) {
        targets.add(level(part, "target"));
      }
    }
    Optional<TimedSignal.Level> stop =
        Optional.ofNullable(fields.get("stop")).map(text -> level(text, "stop"));
    return Optional.of(
        new TimedSignal.Entry(direction, size(fields.getOrDefault("size", "")), stop, targets));
  }

  private static Direction side(Map<String, String> fields) {
    String side = fields.getOrDefault("side", "long").toLowerCase(Locale.ROOT);
    return switch (side) {
      case "long", "buy" -> Direction.LONG;
      case "short", "sell" -> Direction.SHORT;
      default ->
          throw new IllegalArgumentException("side '" + side + "' is unknown: write long or short");
    };
  }

  private static SignalSize size(String text) {
    if (text.isBlank()) {
      return SignalSize.EQUAL_SHARE;
    }
    if (text.endsWith("%")) {
      return new SignalSize.Share(number(text.substring(0, text.length() - 1), "size") / 100);
    }
    Matcher notional = NOTIONAL.matcher(text);
    return notional.matches()
        ? new SignalSize.Notional(number(notional.group(1), "size"))
        : new SignalSize.Qty(number(text, "size"));
  }

  private static TimedSignal.Level level(String text, String what) {
    if (text.endsWith("%")) {
      double percent = number(text.substring(0, text.length() - 1), what);
      return new TimedSignal.Level.Distance(percent / 100);
    }
    return new TimedSignal.Level.Price(number(text, what));
  }

  private static double number(String text, String what) {
    try {
      double value = Double.parseDouble(text.strip());
      if (value > 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(what + " '" + text + "' is no number", e);
    }
    throw new IllegalArgumentException(what + " '" + text + "' must be above 0");
  }

  private static String symbol(String text) {
    if (text.isBlank()) {
      return "";
    }
    String upper = text.strip().toUpperCase(Locale.ROOT);
    int venue = upper.indexOf(':');
    boolean named = venue > 0 && upper.indexOf('/') > venue;
    String plain = named ? upper.substring(venue + 1) : upper;
    return plain.replace('_', '/').replace('-', '/');
  }

  private static boolean isSet(Map<String, String> fields, String flag) {
    String value = fields.getOrDefault(flag, "0").toLowerCase(Locale.ROOT);
    return value.equals("1") || value.equals("1.0") || value.equals("true");
  }

  private static String need(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
