package io.tradewind.simulation.matching;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.order.Side;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The levels of one side in a sorted array with the best at its end, since that is where nearly
 * everything happens: an insertion there moves nothing. A level's key is its price, negated for
 * sales, so that a greater key is always a better price.
 */
final class BookSide {
  /** How many levels from the best are searched one by one before the rest is by halves. */
  private static final int NEAR = 8;

  final Side side;

  /** Whether its orders rest beside the book. */
  final boolean rpi;

  private final long sign;
  private long[] keys = new long[32];
  private Level[] levels = new Level[32];
  private int size;

  /** Emptied levels, to be used again. */
  private Level[] spare = new Level[32];

  private int spares;

  /** What all its orders have open; the book sees to it that it fits. */
  long openQtyScaled;

  BookSide(Side side, boolean rpi) {
    this.side = side;
    this.rpi = rpi;
    this.sign = side.sign();
  }

  boolean isEmpty() {
    return size == 0;
  }

  int levels() {
    return size;
  }

  /** The level that is so many levels from the best, which is 0. */
  Level level(int fromBest) {
    return levels[size - 1 - fromBest];
  }

  /** Whether there is a level at which an order of the other side would take. */
  boolean isCrossedBy(BookOrder taker) {
    return size > 0 && keys[size - 1] >= worstKey(taker);
  }

  /** Whether its best price is better than the other's, or it alone has one. */
  boolean isBetterThan(BookSide other) {
    return size > 0 && (other.size == 0 || keys[size - 1] > other.keys[other.size - 1]);
  }

  /** Whether the one level is better than the other's, both counted from the best. */
  boolean isBetterThan(int fromBest, BookSide other, int othersFromBest) {
    return keys[size - 1 - fromBest] > other.keys[other.size - 1 - othersFromBest];
  }

  /** The key of the last level that a taker accepts. */
  private long worstKey(BookOrder taker) {
    return taker.priceScaled == 0 ? Long.MIN_VALUE : sign * taker.priceScaled;
  }

  /** What is shown at a price. */
  long visibleQtyScaled(long priceScaled) {
    long key = sign * priceScaled;
    int i = floor(key);
    return i >= 0 && keys[i] == key ? levels[i].visibleQtyScaled : 0;
  }

  /** The level at a price, a new one if there was none. */
  Level at(long priceScaled) {
    long key = sign * priceScaled;
    int i = floor(key);
    return i >= 0 && keys[i] == key ? levels[i] : insert(i + 1, priceScaled, key);
  }

  private Level insert(int at, long priceScaled, long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      levels = Arrays.copyOf(levels, 2 * size);
    }
    System.arraycopy(keys, at, keys, at + 1, size - at);
    System.arraycopy(levels, at, levels, at + 1, size - at);
    Level level = spares > 0 ? spare[--spares] : new Level();
    level.priceScaled = priceScaled;
    keys[at] = key;
    levels[at] = level;
    size++;
    return level;
  }

  /** Takes an empty level out. */
  void remove(Level level) {
    int at = floor(sign * level.priceScaled);
    System.arraycopy(keys, at + 1, keys, at, size - at - 1);
    System.arraycopy(levels, at + 1, levels, at, size - at - 1);
    size--;
    if (spares == spare.length) {
      spare = Arrays.copyOf(spare, 2 * spares);
    }
    spare[spares++] = level;
  }

  /** The place of the greatest key that is no greater, -1 if all are. */
  private int floor(long key) {
    int i = size - 1;
    int near = Math.max(0, size - NEAR);
    while (i >= near && keys[i] > key) {
      i--;
    }
    if (i >= near || near == 0) {
      return i;
    }
    int found = Arrays.binarySearch(keys, 0, near, key);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * Whether fill or kill would be filled. The owner's own orders count as what they would do: under
   * {@link SelfTradeMode#EXPIRE_MAKER} they are passed over; under the other modes the first of
   * them ends the taker, so that what is missing must stand before it, where of an iceberg in the
   * same queue only the part that is shown does.
   *
   * @param beside what retail takers meet after this side at each price
   */
  boolean canFill(BookOrder taker, BookSide beside) {
    long missing = taker.openQtyScaled;
    int i = size - 1;
    int j = taker.retail ? beside.size - 1 : -1;
    while (missing > 0 && (accepts(taker, i) || beside.accepts(taker, j))) {
      boolean own = accepts(taker, i) && !(j >= 0 && beside.keys[j] > keys[i]);
      Level level = own ? levels[i--] : beside.levels[j--];
      BookOrder obstacle = obstacle(level, taker);
      if (obstacle != null) {
        return missing <= shownBefore(obstacle);
      }
      missing -= openAt(level, taker);
    }
    return missing <= 0;
  }

  private boolean accepts(BookOrder taker, int at) {
    return at >= 0 && keys[at] >= worstKey(taker);
  }

  /** The first order of a level that would end the taker. */
  private static @Nullable BookOrder obstacle(Level level, BookOrder taker) {
    if (taker.selfTradeMode == SelfTradeMode.EXPIRE_MAKER) {
      return null;
    }
    BookOrder maker = level.first;
    while (maker != null && !isPrevented(taker, maker)) {
      maker = maker.next;
    }
    return maker;
  }

  private static long shownBefore(BookOrder order) {
    long shown = 0;
    for (BookOrder maker = order.previous; maker != null; maker = maker.previous) {
      shown += maker.shownQtyScaled;
    }
    return shown;
  }

  /** What a level has for a taker, without his own. */
  private static long openAt(Level level, BookOrder taker) {
    long open = 0;
    for (BookOrder maker = level.first; maker != null; maker = maker.next) {
      open += isPrevented(taker, maker) ? 0 : maker.openQtyScaled;
    }
    return open;
  }

  static boolean isPrevented(BookOrder taker, BookOrder maker) {
    return taker.selfTradeMode != SelfTradeMode.NONE && taker.owner == maker.owner;
  }

  void clear() {
    size = 0;
    spares = 0;
    openQtyScaled = 0;
    levels = new Level[keys.length];
    spare = new Level[32];
  }

  /** How many orders there are. */
  int checkInvariants() {
    long open = 0;
    int orders = 0;
    for (int i = 0; i < size; i++) {
      Level level = levels[i];
      Check.invariant(keys[i] == sign * level.priceScaled, "level %s has key %s", i, keys[i]);
      Check.invariant(i == 0 || keys[i - 1] < keys[i], "level %s is out of order", i);
      Check.invariant(!level.isEmpty(), "level %s is empty", level.priceScaled);
      open += level.checkInvariants();
      for (BookOrder order = level.first; order != null; order = order.next) {
        Check.invariant(
            order.side == side && order.priceScaled == level.priceScaled,
            "order %s is at a level of another price",
            order.orderId);
        orders++;
      }
    }
    Check.invariant(open == openQtyScaled, "orders have %s open, the side %s", open, openQtyScaled);
    return orders;
  }
}
