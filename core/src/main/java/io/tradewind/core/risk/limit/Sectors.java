package io.tradewind.core.risk.limit;

import io.tradewind.core.instrument.InstrumentId;
import java.util.List;
import java.util.SortedMap;

/**
 * Which instruments share a sector. The settings name a sector for a symbol ({@code BTC/USDT}) or
 * for a base ({@code BTC}); the symbol goes first. What is not named is a sector of its own.
 */
public final class Sectors {
  private final String[] names;

  /** Of the instruments of a session. */
  public Sectors(SortedMap<String, String> settings, List<InstrumentId> instruments) {
    this.names = new String[instruments.size()];
    for (int i = 0; i < names.length; i++) {
      InstrumentId id = instruments.get(i);
      String ofBase = settings.getOrDefault(id.base(), id.toString());
      names[i] = settings.getOrDefault(id.symbol(), ofBase);
    }
  }

  /** The sector's name, or the instrument's own. */
  public String name(int instrument) {
    return names[instrument];
  }

  /** Whether two instruments share one. */
  public boolean isShared(int a, int b) {
    return names[a].equals(names[b]);
  }
}
