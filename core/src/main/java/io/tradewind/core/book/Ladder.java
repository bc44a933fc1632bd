package io.tradewind.core.book;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.Arrays;

/**
 * The levels of one side in an array, the best at its end: nearly all changes are near it, so
 * little is looked through and little moves. Prices of asks are held as their negatives, so that
 * the best is the greatest on both sides. Grows, and never shrinks.
 */
final class Ladder implements Stateful {
  private static final int FIRST_ROOM = 64;

  /** So many levels from the best are looked at one by one, then by halves. */
  private static final int NEAR = 8;

  private final long sign;
  private long[] keys = new long[FIRST_ROOM];
  private long[] qtys = new long[FIRST_ROOM];
  private int size;

  /** Of bids with sign 1, of asks with sign -1. */
  Ladder(long sign) {
    this.sign = sign;
  }

  int size() {
    return size;
  }

  /** The price of a level, 0 the best. */
  long price(int level) {
    return sign * keys[size - 1 - level];
  }

  long qty(int level) {
    return qtys[size - 1 - level];
  }

  /** What stands at a price, 0 if nothing does. */
  long qtyAt(long price) {
    int at = find(sign * price);
    return at >= 0 ? qtys[at] : 0;
  }

  /** Sets what stands at a price; returns what stood there. */
  long set(long price, long qty) {
    int at = find(sign * price);
    if (at < 0) {
      if (qty > 0) {
        insert(-at - 1, sign * price, qty);
      }
      return 0;
    }
    long before = qtys[at];
    if (qty > 0) {
      qtys[at] = qty;
    } else {
      remove(at);
    }
    return before;
  }

  /** Where the key is, or {@code -1 - where it belongs}. */
  private int find(long key) {
    int at = size - 1;
    int near = Math.max(0, size - NEAR);
    while (at >= near && keys[at] > key) {
      at--;
    }
    if (at >= near || at < 0) {
      return at >= 0 && keys[at] == key ? at : -at - 2;
    }
    return Arrays.binarySearch(keys, 0, at + 1, key);
  }

  private void insert(int at, long key, long qty) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      qtys = Arrays.copyOf(qtys, 2 * size);
    }
    System.arraycopy(keys, at, keys, at + 1, size - at);
    System.arraycopy(qtys, at, qtys, at + 1, size - at);
    keys[at] = key;
    qtys[at] = qty;
    size++;
  }

  private void remove(int at) {
    size--;
    System.arraycopy(keys, at + 1, keys, at, size - at);
    System.arraycopy(qtys, at + 1, qtys, at, size - at);
  }

  void clear() {
    size = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(keys[i]).writeLong(qtys[i]);
    }
  }

  @Override
  public void load(StateReader in) {
    int count = in.readInt();
    clear();
    for (int i = 0; i < count; i++) {
      insert(i, in.readLong(), in.readLong());
    }
  }
}
