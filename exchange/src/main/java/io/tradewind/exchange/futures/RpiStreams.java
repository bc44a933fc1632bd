package io.tradewind.exchange.futures;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.stream.StreamHub;
import io.tradewind.exchange.symbol.MarketJson;
import io.tradewind.exchange.symbol.Pace;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.LevelChange;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The streams of books with retail price improvement, twice a second. A change elsewhere may hide
 * its levels or show them again, so that with any change all of them are told.
 */
final class RpiStreams {
  private static final long EVERY_MS = 500;

  private final Contracts contracts;
  private final StreamHub hub;
  private final Map<String, Changes> bySymbol = new LinkedHashMap<>();

  /** Prices of a side, best first. */
  private record Prices(TreeSet<Long> bids, TreeSet<Long> asks) {
    Prices() {
      this(new TreeSet<>(Comparator.reverseOrder()), new TreeSet<>());
    }

    TreeSet<Long> of(Side side) {
      return side == Side.BUY ? bids : asks;
    }
  }

  /** What has changed in one book, and beside it, since it was last told. */
  private static final class Changes {
    final Prices changed = new Prices();
    final Prices beside = new Prices();
    long toldId;
  }

  RpiStreams(Contracts contracts, StreamHub hub) {
    this.contracts = contracts;
    this.hub = hub;
  }

  private Changes of(String symbol) {
    return bySymbol.computeIfAbsent(symbol, _ -> new Changes());
  }

  /** A book has changed. */
  void onLevel(LevelChange change) {
    of(change.symbol()).changed.of(change.side()).add(change.priceE8());
  }

  /** So has what rests beside it. */
  void onRpiLevel(LevelChange change) {
    onLevel(change);
    TreeSet<Long> beside = of(change.symbol()).beside.of(change.side());
    if (change.qtyE8() == 0) {
      beside.remove(change.priceE8());
    } else {
      beside.add(change.priceE8());
    }
  }

  /** A tenth of a second has passed; times are whole multiples of it. */
  void tick(long nowMs) {
    if (Pace.isDue(nowMs, EVERY_MS)) {
      bySymbol.forEach((symbol, changes) -> tell(symbol, changes, nowMs));
    }
  }

  private void tell(String symbol, Changes changes, long nowMs) {
    String stream = symbol.toLowerCase(Locale.ROOT) + "@rpiDepth@500ms";
    boolean isHeard = hub.isHeard(stream);
    Depth depth = contracts.rpiDepth(symbol, isHeard ? Integer.MAX_VALUE : 1);
    // A contract that is gone has no book any more.
    if (depth.lastUpdateId() <= changes.toldId) {
      return;
    }
    hub.tell(stream, () -> told(symbol, changes, depth, nowMs).toString());
    changes.toldId = depth.lastUpdateId();
    changes.changed.bids.clear();
    changes.changed.asks.clear();
  }

  private ObjectNode told(String symbol, Changes changes, Depth depth, long nowMs) {
    ObjectNode json =
        MarketJson.event("depthUpdate", symbol, nowMs)
            .put("T", nowMs)
            .put("U", changes.toldId + 1)
            .put("u", depth.lastUpdateId())
            .put("pu", changes.toldId);
    Digits digits = contracts.digits(symbol);
    write(json.putArray("b"), changes, depth, Side.BUY, digits);
    write(json.putArray("a"), changes, depth, Side.SELL, digits);
    return json.put("ps", symbol).put("st", 1);
  }

  private static void write(
      ArrayNode into, Changes changes, Depth depth, Side side, Digits digits) {
    Map<Long, Long> shown = new LinkedHashMap<>();
    depth.side(side).forEach(each -> shown.put(each.priceE8(), each.qtyE8()));
    TreeSet<Long> prices = new TreeSet<>(changes.changed.of(side));
    prices.addAll(changes.beside.of(side));
    for (long price : prices) {
      into.addArray().add(digits.price(price)).add(digits.qty(shown.getOrDefault(price, 0L)));
    }
  }
}
