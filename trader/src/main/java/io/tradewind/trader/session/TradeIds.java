package io.tradewind.trader.session;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/**
 * The venue's numbers of the latest fills of each instrument, so that none is booked twice and none
 * is left out.
 */
public final class TradeIds implements Stateful {
  /** So many are remembered of each instrument. */
  public static final int MOST = 1_000;

  private final List<TreeSet<Long>> byInstrument = new ArrayList<>();

  TradeIds(int instruments) {
    for (int i = 0; i < instruments; i++) {
      byInstrument.add(new TreeSet<>());
    }
  }

  /** Remembers one; false if it is known, or older than all that are. */
  boolean add(int instrument, long tradeId) {
    TreeSet<Long> known = byInstrument.get(instrument);
    if (known.size() == MOST && tradeId < known.first()) {
      return false;
    }
    boolean isNew = known.add(tradeId);
    if (known.size() > MOST) {
      known.pollFirst();
    }
    return isNew;
  }

  /** Those of an instrument, rising. */
  public List<Long> of(int instrument) {
    return Collections.unmodifiableList(new ArrayList<>(byInstrument.get(instrument)));
  }

  @Override
  public void save(StateWriter out) {
    out.section("trade-ids", 1);
    for (TreeSet<Long> known : byInstrument) {
      long[] ids = new long[known.size()];
      Iterator<Long> each = known.iterator();
      for (int i = 0; i < ids.length; i++) {
        ids[i] = each.next();
      }
      out.writeLongs(ids);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("trade-ids", 1);
    for (TreeSet<Long> known : byInstrument) {
      known.clear();
      for (long id : in.readLongs()) {
        known.add(id);
      }
    }
  }
}
