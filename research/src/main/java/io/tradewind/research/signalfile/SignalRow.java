package io.tradewind.research.signalfile;

import io.tradewind.core.trade.Direction;
import io.tradewind.strategies.TimedSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One row of named fields to the signals that it means. */
final class SignalRow {
  private static final String NO_TAG = "signal of the file";

  private final long timeNs;
  private final SignalSymbol symbol;
  private final String pair;
  private final Map<String, String> fields;

  private SignalRow(Map<String, String> fields, Optional<String> unnamedPair) {
    this.timeNs = SignalTime.parse(need(fields, "time"));
    this.symbol = SignalSymbol.parse(fields.getOrDefault("symbol", ""));
    this.pair = symbol.pair().isEmpty() ? unnamedPair.orElse("") : symbol.pair();
    this.fields = fields;
  }

  /** The signals of a row; throws {@link IllegalArgumentException} with what is wrong. */
  static List<TimedSignal> parse(Map<String, String> fields, Optional<String> unnamedPair) {
    SignalRow row = new SignalRow(fields, unnamedPair);
    boolean flags = fields.keySet().stream().anyMatch(SignalColumns.FLAGS::contains);
    if (flags && fields.containsKey("action")) {
      throw new IllegalArgumentException("action stands beside enter_long and the like; keep one");
    }
    return flags ? row.flagged() : List.of(row.acted());
  }

  /**
   * As freqtrade reads its columns: an entry does not count beside the exit of its own direction,
   * nor beside the other entry. Source: freqtrade, {@code IStrategy.get_entry_signal}.
   */
  private List<TimedSignal> flagged() {
    boolean enterLong = isSet("enter_long");
    boolean exitLong = isSet("exit_long");
    boolean enterShort = isSet("enter_short");
    boolean exitShort = isSet("exit_short");
    List<TimedSignal> signals = new ArrayList<>();
    if (exitLong) {
      signals.add(exit(Optional.of(Direction.LONG)));
    }
    if (exitShort) {
      signals.add(exit(Optional.of(Direction.SHORT)));
    }
    if (enterLong && !exitLong && !enterShort) {
      signals.add(enter(Direction.LONG));
    }
    if (enterShort && !exitShort && !enterLong) {
      signals.add(enter(Direction.SHORT));
    }
    return signals;
  }

  private TimedSignal acted() {
    String action = fields.getOrDefault("action", "");
    return switch (action.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_')) {
      case "enter", "entry", "open" -> enter(side().orElse(Direction.LONG));
      case "enter_long", "entry_long", "open_long", "long", "buy" ->
          enter(agreed(Direction.LONG, action));
      case "enter_short", "entry_short", "open_short", "short" ->
          enter(agreed(Direction.SHORT, action));
      case "exit", "close", "flat" -> exit(exited());
      case "exit_long", "close_long", "sell" -> exit(Optional.of(agreed(Direction.LONG, action)));
      case "exit_short", "close_short" -> exit(Optional.of(agreed(Direction.SHORT, action)));
      case "" -> throw new IllegalArgumentException("action is missing: write enter or exit");
      default ->
          throw new IllegalArgumentException(
              "action '" + action + "' is unknown: write enter or exit");
    };
  }

  private TimedSignal enter(Direction direction) {
    TimedSignal.Entry entry =
        new TimedSignal.Entry(
            direction,
            SignalNumbers.size(fields.getOrDefault("size", ""), pair),
            SignalNumbers.stop(Optional.ofNullable(fields.get("stop")), direction.sign()),
            SignalNumbers.targets(fields.getOrDefault("targets", ""), direction.sign()));
    String tag = fields.getOrDefault("tag", NO_TAG);
    return new TimedSignal(timeNs, symbol.toString(), Optional.of(entry), Optional.empty(), tag);
  }

  private TimedSignal exit(Optional<Direction> closes) {
    String tag = fields.getOrDefault("exit_tag", fields.getOrDefault("tag", NO_TAG));
    return new TimedSignal(timeNs, symbol.toString(), Optional.empty(), closes, tag);
  }

  private Optional<Direction> side() {
    String side = fields.getOrDefault("side", "");
    return switch (side.toLowerCase(Locale.ROOT)) {
      case "" -> Optional.empty();
      case "long", "buy" -> Optional.of(Direction.LONG);
      case "short", "sell" -> Optional.of(Direction.SHORT);
      default ->
          throw new IllegalArgumentException("side '" + side + "' is unknown: write long or short");
    };
  }

  /** Buy and sell may be meant as the order that closes, so they leave open what is closed. */
  private Optional<Direction> exited() {
    String side = fields.getOrDefault("side", "").toLowerCase(Locale.ROOT);
    return side.equals("buy") || side.equals("sell") ? Optional.empty() : side();
  }

  private Direction agreed(Direction direction, String action) {
    if (side().orElse(direction) != direction) {
      throw new IllegalArgumentException(
          "action '" + action + "' contradicts side '" + fields.get("side") + "'");
    }
    return direction;
  }

  private boolean isSet(String flag) {
    String value = fields.getOrDefault(flag, "");
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "1", "1.0", "true" -> true;
      case "", "0", "0.0", "false", "nan", "none" -> false;
      default ->
          throw new IllegalArgumentException(flag + " '" + value + "' is unknown: write 1 or 0");
    };
  }

  private static String need(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
