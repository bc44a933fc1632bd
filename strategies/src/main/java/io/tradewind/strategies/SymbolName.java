package io.tradewind.strategies;

import io.tradewind.core.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which of a run's instruments a symbol means that was written elsewhere. */
final class SymbolName {
  private SymbolName() {}

  /**
   * Places of the instruments that the symbol may mean, none if it is unknown. A symbol as we write
   * it counts before a loose one: {@code BTC/USDT} is the spot market where the run has both, and
   * the perpetual where it has that alone.
   */
  static List<Integer> places(String written, List<InstrumentId> instruments) {
    String name = written.toUpperCase(Locale.ROOT);
    List<Integer> exact = new ArrayList<>();
    List<Integer> loose = new ArrayList<>();
    for (int i = 0; i < instruments.size(); i++) {
      InstrumentId id = instruments.get(i);
      String venue = id.venue().toUpperCase(Locale.ROOT) + ":";
      String plain = name.startsWith(venue) ? name.substring(venue.length()) : name;
      if (plain.equals(id.symbol())) {
        exact.add(i);
      } else if (plain.isEmpty() || isLoose(plain, id)) {
        loose.add(i);
      }
    }
    return exact.isEmpty() ? loose : exact;
  }

  private static boolean isLoose(String name, InstrumentId id) {
    String settle = ":" + id.quote();
    boolean settled = id.symbol().endsWith(settle) && name.endsWith(settle);
    String pair = settled ? name.substring(0, name.length() - settle.length()) : name;
    return pair.equals(id.base() + "/" + id.quote()) || pair.equals(id.base() + id.quote());
  }
}
