package io.tradewind.simulation.venue;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.book.LevelBook;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.order.Side;
import java.util.Arrays;

/**
 * The recorded order book less what has been taken of it since it last spoke of a level: by
 * recorded trades, which it will tell itself soon, and by our orders, of which it knows nothing.
 */
final class TakenBook implements Stateful {
  private final LevelBook recorded = new LevelBook();

  /** Prices of which something was taken, asks as their negatives, and how much. */
  private long[] keys = new long[8];

  private long[] taken = new long[8];
  private int size;

  /** The book as it was recorded. */
  LevelBook recorded() {
    return recorded;
  }

  /** Takes in a row; what was taken of its level is in it by now. */
  void apply(BookColumns rows, int row) {
    if (rows.begins(row)) {
      size = 0;
    }
    recorded.apply(rows, row);
    if (size > 0) {
      forget(key(rows.isBid(row) ? Side.BUY : Side.SELL, rows.price(row)));
    }
  }

  private void forget(long key) {
    int at = find(key);
    if (at >= 0) {
      size--;
      keys[at] = keys[size];
      taken[at] = taken[size];
    }
  }

  /** Takes of a level, no more than it has. */
  void take(Side side, long price, long qty) {
    long there = recorded.qtyAtScaled(side, price);
    if (there == 0) {
      return;
    }
    int at = find(key(side, price));
    if (at < 0) {
      at = append(key(side, price));
    }
    taken[at] = Math.min(there, taken[at] + qty);
  }

  private int append(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      taken = Arrays.copyOf(taken, 2 * size);
    }
    keys[size] = key;
    taken[size] = 0;
    return size++;
  }

  /** What was taken at a price. */
  long takenAt(Side side, long price) {
    int at = find(key(side, price));
    return at < 0 ? 0 : taken[at];
  }

  /** What is left of a level, 0 the best. */
  long left(Side side, int level) {
    return recorded.qtyScaled(side, level)
        - (size == 0 ? 0 : takenAt(side, recorded.priceScaled(side, level)));
  }

  private static long key(Side side, long price) {
    return side == Side.BUY ? price : -price;
  }

  private int find(long key) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void save(StateWriter out) {
    out.section("taken-book", 1);
    recorded.save(out);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(keys[i]).writeLong(taken[i]);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("taken-book", 1);
    recorded.load(in);
    size = 0;
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      int at = append(in.readLong());
      taken[at] = in.readLong();
    }
  }
}
