package io.tradewind.simulation.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values by id: a hash table with open addressing that never shrinks, linear probing and, on
 * removal, the shift of those behind instead of tombstones (D. E. Knuth, The Art of Computer
 * Programming 3, 6.4, algorithm R). It has no order and cannot be walked.
 */
final class LongIndex<V> {
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;
  private static final int FIRST_BITS = 6;

  private long[] keys = new long[1 << FIRST_BITS];
  private @Nullable Object[] values = new Object[1 << FIRST_BITS];
  private int shift = Long.SIZE - FIRST_BITS;
  private int size;

  int size() {
    return size;
  }

  @SuppressWarnings("unchecked") // only put writes values
  @Nullable V get(long key) {
    return (V) values[slot(key)];
  }

  /** The key must not be there. */
  void put(long key, V value) {
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(key);
    keys[slot] = key;
    values[slot] = value;
    size++;
  }

  /** Does nothing if the key is not there. */
  void remove(long key) {
    int hole = slot(key);
    if (values[hole] == null) {
      return;
    }
    int mask = keys.length - 1;
    for (int i = (hole + 1) & mask; values[i] != null; i = (i + 1) & mask) {
      // What stands at i may move into the hole unless its own place lies behind the hole.
      if (((i - home(keys[i])) & mask) >= ((i - hole) & mask)) {
        keys[hole] = keys[i];
        values[hole] = values[i];
        hole = i;
      }
    }
    values[hole] = null;
    size--;
  }

  void clear() {
    Arrays.fill(values, null);
    size = 0;
  }

  private int home(long key) {
    return (int) ((key * GOLDEN_RATIO) >>> shift);
  }

  /** Where the key is, or would be put. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int i = home(key);
    while (values[i] != null && keys[i] != key) {
      i = (i + 1) & mask;
    }
    return i;
  }

  private void grow() {
    long[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new Object[keys.length];
    shift--;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
