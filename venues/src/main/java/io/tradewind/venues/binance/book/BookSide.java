package io.tradewind.venues.binance.book;

import io.tradewind.analytics.check.Check;
import io.tradewind.venues.binance.model.Levels;
import java.util.Arrays;

/**
 * One side of a book in two sorted arrays, the best level last: most changes happen near the best
 * price, where little has to be moved.
 */
public final class BookSide {
  private final int sign;
  private final int most;
  private long[] keys = new long[256];
  private long[] qtys = new long[256];
  private int size;

  /**
   * Empty.
   *
   * @param isBid whether the highest price is the best
   * @param most levels that are kept; the worst go first
   */
  BookSide(boolean isBid, int most) {
    this.sign = isBid ? 1 : -1;
    this.most = most;
  }

  void clear() {
    size = 0;
  }

  void apply(Levels levels) {
    for (int i = 0; i < levels.size(); i++) {
      set(levels.priceScaled(i), levels.qtyScaled(i));
    }
  }

  private void set(long priceScaled, long qtyScaled) {
    long key = sign * priceScaled;
    int at = indexOf(key);
    if (at >= 0) {
      if (qtyScaled > 0) {
        qtys[at] = qtyScaled;
      } else {
        size--;
        System.arraycopy(keys, at + 1, keys, at, size - at);
        System.arraycopy(qtys, at + 1, qtys, at, size - at);
      }
    } else if (qtyScaled > 0) {
      insert(-at - 1, key, qtyScaled);
    }
  }

  /** As binary search, but from the best price on in steps that double. */
  private int indexOf(long key) {
    int low = size - 1;
    for (int step = 1; low >= 0 && keys[low] > key; step <<= 1) {
      low -= step;
    }
    return Arrays.binarySearch(keys, Math.max(low, 0), size, key);
  }

  private void insert(int at, long key, long qtyScaled) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      qtys = Arrays.copyOf(qtys, 2 * size);
    }
    System.arraycopy(keys, at, keys, at + 1, size - at);
    System.arraycopy(qtys, at, qtys, at + 1, size - at);
    keys[at] = key;
    qtys[at] = qtyScaled;
    size++;
    if (size > most) {
      size--;
      System.arraycopy(keys, 1, keys, 0, size);
      System.arraycopy(qtys, 1, qtys, 0, size);
    }
  }

  /** How many levels there are. */
  public int size() {
    return size;
  }

  /** The price of a level, 0 for the best; in price scale. */
  public long priceScaled(int depth) {
    Check.argument(depth >= 0 && depth < size, "there is no level %s", depth);
    return sign * keys[size - 1 - depth];
  }

  /** The quantity of a level, 0 for the best; in quantity scale. */
  public long qtyScaled(int depth) {
    Check.argument(depth >= 0 && depth < size, "there is no level %s", depth);
    return qtys[size - 1 - depth];
  }

  void checkInvariants() {
    for (int i = 0; i < size; i++) {
      Check.invariant(qtys[i] > 0, "a level must have a quantity, level %s has none", i);
      Check.invariant(i == 0 || keys[i - 1] < keys[i], "levels must be sorted, at %s", i);
    }
  }
}
