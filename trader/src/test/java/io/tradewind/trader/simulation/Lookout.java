package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.Side;
import io.tradewind.core.time.Utc;
import io.tradewind.trader.world.Truth;
import io.tradewind.trader.world.World;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks at the exchange, past all faults, while a voyage is under way: what must hold at any time,
 * and in fair weather that whatever is held has its stop.
 */
final class Lookout {
  private static final long EVERY_NS = Utc.SECOND_NS;

  /** Prices go on between an order and the look, and lots are not to be cut. */
  private static final double ROOM = 1.05;

  private static final double CAPITAL = 10_000;
  private static final double E8 = 1e8;

  /** What is worth less cannot be sold on spot. */
  private static final double DUST = 25;

  /** So long a new or exiting position may be without one. */
  private static final long BARE_NS = 12 * Utc.SECOND_NS;

  private final World world;
  private final Voyage voyage;
  private final Truth truth;
  private final SortedMap<String, Long> before;
  private final Map<String, Long> bareSince = new TreeMap<>();
  private final Figures figures;
  private long nextNs = Long.MIN_VALUE;
  private long protectedFromNs = Long.MAX_VALUE;

  Lookout(World world, Voyage voyage, Figures figures) {
    this.world = world;
    this.voyage = voyage;
    this.figures = figures;
    this.truth = world.exchange().truth();
    this.before = coinsE8();
  }

  /** From now on stops must stand. */
  void expectStops() {
    protectedFromNs = world.time().nowNs();
    bareSince.clear();
  }

  private SortedMap<String, Long> coinsE8() {
    SortedMap<String, Long> coins = new TreeMap<>();
    truth.balances().forEach((asset, each) -> coins.put(asset, each.freeE8() + each.lockedE8()));
    return coins;
  }

  /** What the session holds at the exchange by symbol, in units of 10^-8; without flat ones. */
  SortedMap<String, Long> heldE8() {
    if (voyage.market() == Market.PERP) {
      return truth.positionsE8();
    }
    SortedMap<String, Long> held = new TreeMap<>();
    coinsE8()
        .forEach((asset, e8) -> {
          long more = e8 - before.getOrDefault(asset, 0L);
          if (!asset.equals("USDT") && more != 0) {
            held.put(asset + "USDT", more);
          }
        });
    return held;
  }

  /** What the account of the market has more of cash than at the beginning, in 10^-8. */
  long gainedE8() {
    long now =
        voyage.market() == Market.PERP
            ? truth.wallet("USDT").walletE8()
            : coinsE8().getOrDefault("USDT", 0L);
    return now - before.getOrDefault("USDT", 0L);
  }

  /** One look, where its time has come. */
  void step() {
    long nowNs = world.time().nowNs();
    if (nowNs < nextNs) {
      return;
    }
    nextNs = nowNs + EVERY_NS;
    SortedMap<String, Long> held = heldE8();
    checkLimits(held);
    if (nowNs >= protectedFromNs) {
      held.forEach((symbol, e8) -> checkStop(symbol, e8, nowNs));
      bareSince.keySet().retainAll(held.keySet());
    }
  }

  private void checkLimits(SortedMap<String, Long> held) {
    double all = 0;
    int positions = 0;
    for (Map.Entry<String, Long> each : held.entrySet()) {
      double worth = worth(each.getKey(), each.getValue());
      assertThat(worth).as("worth of %s: nothing is sold that is not held", each).isGreaterThan(-1);
      assertThat(worth)
          .as("worth of %s", each)
          .isLessThan(voyage.limits().symbol() * CAPITAL * ROOM + 1);
      all += worth;
      positions += worth > DUST ? 1 : 0;
    }
    assertThat(all).as("%s", held).isLessThan(voyage.limits().leverage() * CAPITAL * ROOM + 1);
    assertThat(positions).as("%s", held).isLessThanOrEqualTo(voyage.limits().positions());
    figures.add("looks at limits", voyage.limits() == Voyage.Limits.WIDE ? 0 : 1);
    figures.add("looks at positions", positions);
  }

  private double worth(String symbol, long e8) {
    return e8 / E8 * price(symbol);
  }

  private double price(String symbol) {
    return BigDecimal.valueOf(truth.priceE8(voyage.market(), symbol), 8).doubleValue();
  }

  private void checkStop(String symbol, long heldE8, long nowNs) {
    if (worth(symbol, heldE8 - stopsE8(symbol)) < DUST) {
      bareSince.remove(symbol);
      figures.add("looks at stops", 1);
      return;
    }
    long sinceNs = bareSince.merge(symbol, nowNs, Math::min);
    assertThat(nowNs - sinceNs)
        .as(
            "%s of %s without a stop since %s: %s",
            heldE8, symbol, sinceNs, truth.open(voyage.market()))
        .isLessThan(BARE_NS);
  }

  /** How much of a symbol stops would sell now. */
  long stopsE8(String symbol) {
    long stopped = 0;
    for (Truth.Order order : truth.open(voyage.market())) {
      if (order.symbol().equals(symbol)
          && order.side() == Side.SELL
          && order.triggerE8().isPresent()) {
        stopped += order.qtyE8() == 0 ? Long.MAX_VALUE / 4 : order.qtyE8() - order.executedE8();
      }
    }
    return stopped;
  }
}
