package io.tradewind.exchange.spot;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.spot.LevelChange;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;

/** What has changed in a book since it was last told: of each level its latest quantity. */
final class DepthChanges {
  private final TreeMap<Long, Long> bids = new TreeMap<>();
  private final TreeMap<Long, Long> asks = new TreeMap<>();
  private long firstId;
  private long lastId;

  void add(LevelChange change) {
    if (isEmpty()) {
      firstId = change.updateId();
    }
    lastId = change.updateId();
    (change.side() == Side.BUY ? bids : asks).put(change.priceE8(), change.qtyE8());
  }

  boolean isEmpty() {
    return bids.isEmpty() && asks.isEmpty();
  }

  /** The first change that it holds. */
  long firstId() {
    return firstId;
  }

  /** The last change that it holds, or held. */
  long lastId() {
    return lastId;
  }

  /** Best levels first. */
  void write(Side side, ArrayNode into) {
    NavigableMap<Long, Long> all = side == Side.BUY ? bids.descendingMap() : asks;
    all.forEach((price, qty) -> into.addArray().add(plain(price)).add(plain(qty)));
  }

  void clear() {
    bids.clear();
    asks.clear();
  }
}
