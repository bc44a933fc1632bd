package io.tradewind.research.signalfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which cell of a line is what. */
record SignalColumns(List<String> names) {
  /** Where a file has no header. */
  static final SignalColumns DEFAULT =
      new SignalColumns(
          List.of("time", "symbol", "action", "side", "size", "stop", "targets", "tag"));

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("date", "time"),
          Map.entry("datetime", "time"),
          Map.entry("timestamp", "time"),
          Map.entry("pair", "symbol"),
          Map.entry("instrument", "symbol"),
          Map.entry("signal", "action"),
          Map.entry("type", "action"),
          Map.entry("event", "action"),
          Map.entry("enter_exit", "action"),
          Map.entry("enter or exit", "action"),
          Map.entry("direction", "side"),
          Map.entry("quantity", "size"),
          Map.entry("qty", "size"),
          Map.entry("amount", "size"),
          Map.entry("stop_loss", "stop"),
          Map.entry("stop-loss", "stop"),
          Map.entry("stoploss", "stop"),
          Map.entry("target", "targets"),
          Map.entry("take_profit", "targets"),
          Map.entry("take-profit", "targets"),
          Map.entry("reason", "tag"),
          Map.entry("enter_tag", "tag"),
          Map.entry("comment", "tag"));

  static String canonical(String name) {
    return ALIASES.getOrDefault(name, name);
  }

  static boolean isHeader(List<String> cells) {
    return canonical(cells.getFirst().toLowerCase(Locale.ROOT)).equals("time")
        || cells.stream().anyMatch(cell -> cell.equalsIgnoreCase("symbol"));
  }

  static SignalColumns of(List<String> header) {
    List<String> names = new ArrayList<>();
    for (String cell : header) {
      names.add(canonical(cell.toLowerCase(Locale.ROOT)));
    }
    return new SignalColumns(names);
  }

  Optional<String> missing() {
    boolean acts = names.contains("action") || names.stream().anyMatch(SignalRow.FLAGS::contains);
    if (names.contains("time") && acts) {
      return Optional.empty();
    }
    return Optional.of("the header needs time, symbol and action; it has " + names);
  }

  Map<String, String> fields(List<String> cells) {
    Map<String, String> fields = new TreeMap<>();
    for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
      if (!cells.get(i).isEmpty()) {
        fields.put(names.get(i), cells.get(i));
      }
    }
    return fields;
  }
}
