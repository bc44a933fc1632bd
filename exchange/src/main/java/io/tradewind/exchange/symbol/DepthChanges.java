package io.tradewind.exchange.symbol;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.simulation.exchange.LevelChange;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;

/** What has changed in a book since it was last told: of each level its latest quantity. */
public final class DepthChanges {
  private final Digits digits;
  private final TreeMap<Long, Long> bids = new TreeMap<>();
  private final TreeMap<Long, Long> asks = new TreeMap<>();
  private long firstId;
  private long lastId;
  private long previousId;

  DepthChanges(Digits digits) {
    this.digits = digits;
  }

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
  public long firstId() {
    return firstId;
  }

  /** The last change that it holds, or held. */
  public long lastId() {
    return lastId;
  }

  /** The last change that was told before. */
  public long previousId() {
    return previousId;
  }

  /** Best levels first. */
  public void write(Side side, ArrayNode into) {
    NavigableMap<Long, Long> all = side == Side.BUY ? bids.descendingMap() : asks;
    all.forEach((price, qty) -> into.addArray().add(digits.price(price)).add(digits.qty(qty)));
  }

  void clear() {
    previousId = lastId;
    bids.clear();
    asks.clear();
  }
}
