package io.tradewind.research.signalfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which cell of a line is what.
 *
 * @param names canonical where they are known, else as they are written
 */
record SignalColumns(List<String> names) {
  /** Where a file has no header. */
  static final SignalColumns DEFAULT =
      new SignalColumns(
          List.of("time", "symbol", "action", "side", "size", "stop", "targets", "tag"));

  /** Columns of flags, one for each action, as freqtrade has them. */
  static final Set<String> FLAGS =
      new TreeSet<>(List.of("enter_long", "exit_long", "enter_short", "exit_short"));

  /** By the written name in lower case without blanks, dashes and underscores. */
  private static final Map<String, String> CANONICAL = canonicalNames();

  /** What is known by this name, or the name itself. */
  static String canonical(String name) {
    return CANONICAL.getOrDefault(squeezed(name), name);
  }

  static boolean isKnown(String name) {
    return CANONICAL.containsKey(squeezed(name));
  }

  /** A header names at least one column and holds no time. */
  static boolean isHeader(List<String> cells) {
    return cells.stream().anyMatch(SignalColumns::isKnown)
        && cells.stream().noneMatch(SignalTime::isTime);
  }

  static SignalColumns of(List<String> header) {
    return new SignalColumns(header.stream().map(SignalColumns::canonical).toList());
  }

  /** What keeps a header from being used. */
  Optional<String> problem() {
    Set<String> seen = new TreeSet<>();
    for (String name : names) {
      if (isKnown(name) && !seen.add(name)) {
        return Optional.of("the header has two columns for " + name + "; keep one");
      }
    }
    boolean acts = seen.contains("action") || FLAGS.stream().anyMatch(seen::contains);
    return seen.contains("time") && acts
        ? Optional.empty()
        : Optional.of("the header needs time and action; it has " + names);
  }

  /** Columns that mean nothing here. */
  List<String> ignored() {
    return names.stream().filter(name -> !isKnown(name)).toList();
  }

  /**
   * The cells that are filled, by name.
   *
   * @throws IllegalArgumentException if there are more cells than columns
   */
  Map<String, String> fields(List<String> cells) {
    Map<String, String> fields = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).isEmpty()) {
        continue;
      }
      if (i >= names.size()) {
        throw new IllegalArgumentException(
            "there are "
                + cells.size()
                + " cells for "
                + names.size()
                + " columns; put several targets between double quotes");
      }
      fields.put(names.get(i), cells.get(i));
    }
    return fields;
  }

  private static String squeezed(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }

  private static Map<String, String> canonicalNames() {
    Map<String, String> names = new TreeMap<>();
    add(names, "time", "date", "datetime", "timestamp");
    add(names, "symbol", "pair", "instrument");
    add(names, "action", "signal", "type", "event", "enter_exit", "enter or exit");
    add(names, "side", "direction");
    add(names, "size", "quantity", "qty", "amount");
    add(names, "stop", "stop_loss", "stop_price", "stop_loss_price", "sl");
    add(names, "targets", "target", "target_price", "take_profit", "take_profit_price", "tp");
    add(names, "tag", "reason", "enter_tag", "comment");
    add(names, "exit_tag");
    FLAGS.forEach(flag -> add(names, flag));
    return names;
  }

  private static void add(Map<String, String> names, String canonical, String... others) {
    List<String> all = new ArrayList<>(List.of(others));
    all.add(canonical);
    all.forEach(name -> names.put(squeezed(name), canonical));
  }
}
