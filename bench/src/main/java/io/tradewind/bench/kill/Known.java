package io.tradewind.bench.kill;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody knows of an account, the trader or the exchange; quantities and money in units of
 * 10^-8. Positions of coins are what was bought since the beginning.
 *
 * @param orders that stand, by our number and the symbol
 * @param positions by symbol, negative for a short; none that are flat
 * @param fills numbers of the latest fills by symbol
 * @param moneyE8 what all fills together have brought and taken, fees included
 * @param cashE8 what the account's money has changed by
 */
record Known(
    SortedMap<Long, Standing> orders,
    SortedMap<String, Long> positions,
    SortedMap<String, SortedSet<Long>> fills,
    long moneyE8,
    long cashE8) {
  private static final String END = "known";

  /**
   * An order that stands.
   *
   * @param leftE8 what is not filled; empty where it is all of a position
   * @param stops whether it is a stop, or has one
   */
  record Standing(String symbol, boolean buys, Optional<Long> leftE8, boolean stops) {}

  /** Nothing. */
  Known(long moneyE8, long cashE8) {
    this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), moneyE8, cashE8);
  }

  /** Tells it in lines; the last is the one with the money. */
  void print(PrintStream out) {
    orders.forEach((id, order) ->
        out.println(
            String.join(
                " ",
                "order",
                Long.toString(id),
                order.symbol(),
                Boolean.toString(order.buys()),
                Long.toString(order.leftE8().orElse(0L)),
                Boolean.toString(order.stops()))));
    positions.forEach((symbol, qty) -> out.println("position " + symbol + " " + qty));
    for (Map.Entry<String, SortedSet<Long>> each : fills.entrySet()) {
      StringBuilder line = new StringBuilder("fills ").append(each.getKey());
      each.getValue().forEach(id -> line.append(' ').append(id));
      out.println(line);
    }
    out.println(END + " " + moneyE8 + " " + cashE8);
  }

  /** Hears it again. */
  static final class Hearing {
    private final Known known = new Known(0, 0);

    /** One more line; all, where it was the last. */
    @Nullable Known line(String line) {
      List<String> words = List.of(line.split(" "));
      switch (words.getFirst()) {
        case "order" ->
            known.orders.put(
                Long.parseLong(words.get(1)),
                new Standing(
                    words.get(2),
                    Boolean.parseBoolean(words.get(3)),
                    Optional.of(Long.parseLong(words.get(4))).filter(left -> left > 0),
                    Boolean.parseBoolean(words.get(5))));
        case "position" -> known.positions.put(words.get(1), Long.parseLong(words.get(2)));
        case "fills" -> {
          TreeSet<Long> ids = new TreeSet<>();
          words.subList(2, words.size()).forEach(id -> ids.add(Long.parseLong(id)));
          known.fills.put(words.get(1), ids);
        }
        case END -> {
          return new Known(
              known.orders,
              known.positions,
              known.fills,
              Long.parseLong(words.get(1)),
              Long.parseLong(words.get(2)));
        }
        default -> {}
      }
      return null;
    }
  }
}
