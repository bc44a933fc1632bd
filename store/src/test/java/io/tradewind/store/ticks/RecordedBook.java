package io.tradewind.store.ticks;

import io.tradewind.store.ticks.RecordedMessage.Depth;
import io.tradewind.store.ticks.RecordedMessage.Level;
import io.tradewind.store.ticks.RecordedMessage.Quote;
import io.tradewind.store.ticks.RecordedMessage.Snapshot;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A book kept as Binance documents it for USD-M futures: from a snapshot, leaving out updates whose
 * last number is below the snapshot's; the first must hold the snapshot's number, each other must
 * follow the one before.
 */
final class RecordedBook {
  private final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
  private long lastId;
  private boolean following;

  RecordedBook(Snapshot snapshot) {
    lastId = snapshot.lastId();
    apply(bids, snapshot.bids());
    apply(asks, snapshot.asks());
  }

  /** Takes an update and returns whether it was one of this book's. */
  boolean apply(Depth depth) {
    if (depth.lastId() < lastId) {
      return false;
    }
    boolean fits = following ? depth.previousId() == lastId : depth.firstId() <= lastId;
    if (!fits) {
      throw new AssertionError("update " + depth.lastId() + " does not follow " + lastId);
    }
    following = true;
    lastId = depth.lastId();
    apply(bids, depth.bids());
    apply(asks, depth.asks());
    return true;
  }

  private static void apply(NavigableMap<BigDecimal, BigDecimal> side, List<Level> levels) {
    for (Level level : levels) {
      if (level.qty().signum() == 0) {
        side.remove(level.price());
      } else {
        side.put(level.price(), level.qty());
      }
    }
  }

  /** Whether its best prices and quantities are these. */
  boolean hasBest(Quote quote) {
    return isBest(bids, quote.bidPrice(), quote.bidQty())
        && isBest(asks, quote.askPrice(), quote.askQty());
  }

  private static boolean isBest(
      NavigableMap<BigDecimal, BigDecimal> side, BigDecimal price, BigDecimal qty) {
    Map.Entry<BigDecimal, BigDecimal> best = side.firstEntry();
    return best.getKey().compareTo(price) == 0 && best.getValue().compareTo(qty) == 0;
  }

  /** Writes the best levels into arrays, {@code [bid prices, bid qtys, ask prices, ask qtys]}. */
  void copyTo(double[][] levels) {
    copy(bids, levels[0], levels[1]);
    copy(asks, levels[2], levels[3]);
  }

  private static void copy(
      NavigableMap<BigDecimal, BigDecimal> side, double[] prices, double[] qtys) {
    Arrays.fill(prices, 0.0);
    Arrays.fill(qtys, 0.0);
    int at = 0;
    for (Map.Entry<BigDecimal, BigDecimal> level : side.entrySet()) {
      if (at == prices.length) {
        return;
      }
      prices[at] = level.getKey().doubleValue();
      qtys[at] = level.getValue().doubleValue();
      at++;
    }
  }
}
