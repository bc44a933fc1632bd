package io.tradewind.bench.kill;

import io.tradewind.core.instrument.Market;
import io.tradewind.venues.binance.order.ClientIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a trader believes held against what the exchange knows, one by one. */
final class Differences {
  private static final ClientIds IDS = new ClientIds(KillChild.SESSION);

  private final VenueBooks.Look theirs;
  private final Known ours;
  private final Market market;
  private final List<String> all = new ArrayList<>();

  private Differences(VenueBooks.Look theirs, Known ours, Market market) {
    this.theirs = theirs;
    this.ours = ours;
    this.market = market;
  }

  /** All, in words; none where both agree. */
  static List<String> between(VenueBooks.Look theirs, Known ours, Market market) {
    Differences differences = new Differences(theirs, ours, market);
    differences.orders();
    differences.fills();
    differences.holdings();
    differences.stops();
    return differences.all;
  }

  /** Each of ours stands there with what is left of it, and nothing else of ours does. */
  private void orders() {
    theirs.doubles().forEach(name -> all.add("sent twice: " + name));
    Map<Long, List<VenueBooks.Open>> byId = new TreeMap<>();
    for (VenueBooks.Open open : theirs.open()) {
      Optional<ClientIds.Name> name = IDS.parse(open.name());
      if (name.isEmpty()) {
        all.add("a stranger at the exchange: " + open);
      } else {
        byId.computeIfAbsent(name.get().orderId(), id -> new ArrayList<>()).add(open);
      }
    }
    ours.orders()
        .forEach((id, order) -> {
          List<VenueBooks.Open> parts = byId.remove(id);
          if (parts == null) {
            all.add("not at the exchange: " + id + " " + order);
          } else {
            parts.forEach(part -> part(id, order, part));
          }
        });
    byId.forEach((id, parts) -> all.add("only at the exchange: " + id + " " + parts));
  }

  private void part(long id, Known.Standing order, VenueBooks.Open part) {
    long heldE8 = Math.abs(theirs.positions().getOrDefault(order.symbol(), 0L));
    boolean isSameQty =
        order
            .leftE8()
            .map(left -> left == part.leftE8())
            .orElse(part.leftE8() == 0 || part.leftE8() <= heldE8);
    if (!part.symbol().equals(order.symbol()) || part.buys() != order.buys() || !isSameQty) {
      all.add("another order: " + id + " " + order + " is " + part);
    }
  }

  /** The same numbers, each once; of many the latest. */
  private void fills() {
    theirs
        .fills()
        .forEach((symbol, ids) -> {
          SortedSet<Long> known = ours.fills().getOrDefault(symbol, new TreeSet<>());
          SortedSet<Long> latest = known.isEmpty() ? ids : ids.tailSet(known.first());
          if (!latest.equals(known)) {
            all.add("fills of " + symbol + ": " + latest + " and not " + known);
          }
        });
  }

  private void holdings() {
    if (!theirs.positions().equals(ours.positions())) {
      all.add("positions: " + theirs.positions() + " and not " + ours.positions());
    }
    if (theirs.moneyE8() != ours.moneyE8()) {
      all.add("money of fills: " + theirs.moneyE8() + " and not " + ours.moneyE8());
    }
    // The venue reckons gains by an average price that is rounded.
    long roundedE8 = market == Market.SPOT ? 0 : 1 + theirs.fillCount();
    if (Math.abs(theirs.walletE8() - ours.cashE8()) > roundedE8) {
      all.add("balance: " + theirs.walletE8() + " and not " + ours.cashE8());
    }
  }

  /** Stops at the exchange close all that is held. */
  private void stops() {
    theirs
        .positions()
        .forEach((symbol, qtyE8) -> {
          long stoppedE8 = 0;
          for (VenueBooks.Open open : theirs.open()) {
            if (open.stops() && open.symbol().equals(symbol) && open.buys() == (qtyE8 < 0)) {
              stoppedE8 += open.leftE8() == 0 ? Math.abs(qtyE8) : open.leftE8();
            }
          }
          if (Math.abs(stoppedE8 - Math.abs(qtyE8)) > dustE8(symbol)) {
            all.add("position without its stop: " + symbol + " " + qtyE8 + " " + stoppedE8);
          }
        });
  }

  /** Of coins less than a step, or than the least that can be sold, stays behind. */
  private long dustE8(String symbol) {
    if (market == Market.PERP) {
      return 0;
    }
    return symbol.startsWith("BTC") ? 12_000 : 200_000;
  }
}
