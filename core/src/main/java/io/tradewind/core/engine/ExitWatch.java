package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.order.OrderPurpose;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Prices at which something of a position is closed at the market: what would rest as limits where
 * a venue takes several exits of one position.
 */
final class ExitWatch implements Stateful {
  private final List<List<Mark>> marks = new ArrayList<>();

  /** Positions of which it was told that they are watched here. */
  private final boolean[] told;

  /**
   * @param priceScaled reached by a price there or beyond, in price scale
   */
  private record Mark(long priceScaled, ExitWish wish) {}

  ExitWatch(int instruments) {
    this.told = new boolean[instruments];
    for (int i = 0; i < instruments; i++) {
      marks.add(new ArrayList<>());
    }
  }

  /** Whether it is the first one of a position. */
  boolean add(int instrument, long priceScaled, ExitWish wish) {
    marks.get(instrument).add(new Mark(priceScaled, wish));
    boolean isFirst = !told[instrument];
    told[instrument] = true;
    return isFirst;
  }

  /** What is watched for a purpose is not any more. */
  void remove(int instrument, OrderPurpose purpose) {
    marks.get(instrument).removeIf(mark -> mark.wish().purpose() == purpose);
  }

  /** Nothing is watched any more of this position. */
  void clear(int instrument) {
    marks.get(instrument).clear();
  }

  /** The position is flat. */
  void close(int instrument) {
    clear(instrument);
    told[instrument] = false;
  }

  /**
   * All that a price has reached, which is not watched any more.
   *
   * @param sign 1 of a long, which closes at this price or above; -1 of a short
   */
  Optional<ExitWish> take(int instrument, long priceScaled, int sign) {
    Optional<ExitWish> all = Optional.empty();
    Iterator<Mark> each = marks.get(instrument).iterator();
    while (each.hasNext()) {
      Mark mark = each.next();
      if (sign * priceScaled >= sign * mark.priceScaled()) {
        all = Optional.of(all.isEmpty() ? mark.wish() : all.get().and(mark.wish()));
        each.remove();
      }
    }
    return all;
  }

  @Override
  public void save(StateWriter out) {
    out.section("exit-watch", 1);
    for (int i = 0; i < told.length; i++) {
      out.writeBoolean(told[i]).writeInt(marks.get(i).size());
      for (Mark mark : marks.get(i)) {
        out.writeLong(mark.priceScaled());
        mark.wish().save(out);
      }
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("exit-watch", 1);
    for (int i = 0; i < told.length; i++) {
      told[i] = in.readBoolean();
      marks.get(i).clear();
      int count = in.readInt();
      for (int j = 0; j < count; j++) {
        marks.get(i).add(new Mark(in.readLong(), ExitWish.load(in)));
      }
    }
  }
}
