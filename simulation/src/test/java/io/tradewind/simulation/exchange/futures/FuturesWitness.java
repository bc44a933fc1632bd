package io.tradewind.simulation.exchange.futures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.LevelChange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Believes nothing: keeps positions, profits, wallets and books of its own out of what it is told,
 * reckons margins from open orders one by one, and compares.
 */
final class FuturesWitness implements FuturesListener {
  private static final BigInteger ONE = BigInteger.valueOf(100_000_000);

  final List<String> told = new ArrayList<>();
  final TreeSet<String> seen = new TreeSet<>();
  private final long seed;
  private final TreeMap<Long, OrderView> last = new TreeMap<>();
  private final TreeMap<String, BigInteger> amounts = new TreeMap<>();
  private final TreeMap<String, TreeMap<Long, Long>> levels = new TreeMap<>();
  private final TreeMap<String, TreeMap<Long, Long>> besides = new TreeMap<>();
  private final TreeMap<Long, AlgoStatus> algos = new TreeMap<>();

  /** How often something was cut to an amount, or left behind by that. */
  private long cuts;

  FuturesWitness(long seed) {
    this.seed = seed;
  }

  private static String key(long accountId, String symbol) {
    return accountId + " " + symbol;
  }

  private void tell(String what) {
    told.add(what);
  }

  @Override
  public void onOrder(OrderUpdate update) {
    OrderView order = update.order();
    OrderView before = last.put(order.orderId(), order);
    tell("" + update);
    seen.add(
        order.type()
            + " "
            + update.execution().getClass().getSimpleName()
            + " "
            + order.status()
            + order.expiry().map(it -> " " + it).orElse(""));
    assertThat(before == null || before.status().isOpen())
        .as("seed %s: %s changes after its end", seed, before)
        .isTrue();
    OrderView.Quantities quantities = order.quantities();
    assertThat(quantities.executedE8())
        .as("seed %s: %s", seed, order)
        .isBetween(before == null ? 0 : before.quantities().executedE8(), quantities.origE8());
    if (update.execution() instanceof Execution.Traded(Fill fill)) {
      trade(order, fill);
    }
  }

  private void trade(OrderView order, Fill fill) {
    String key = key(order.accountId(), order.order().symbol());
    BigInteger amount = amounts.getOrDefault(key, BigInteger.ZERO);
    boolean buys = order.order().side() == Side.BUY;
    BigInteger qty = BigInteger.valueOf(buys ? fill.qtyE8() : -fill.qtyE8());
    if (order.order().reduceOnly() || order.type() == OrderType.LIQUIDATION) {
      assertThat(amount.signum() * qty.signum() < 0 && qty.abs().compareTo(amount.abs()) <= 0)
          .as("seed %s: %s reduces %s by %s", seed, order, amount, fill)
          .isTrue();
    }
    amounts.put(key, amount.add(qty));
    cuts += 2;
  }

  @Override
  public void onAlgo(AlgoUpdate update) {
    tell("" + update);
    AlgoView algo = update.algo();
    seen.add(algo.order().type() + " " + algo.status());
    AlgoStatus before = algos.put(algo.algoId(), algo.status());
    boolean follows =
        switch (algo.status()) {
          case NEW -> before == null;
          case CANCELED, EXPIRED, TRIGGERING -> before == AlgoStatus.NEW;
          case TRIGGERED, REJECTED -> before == AlgoStatus.TRIGGERING;
          case FINISHED -> before == AlgoStatus.TRIGGERED;
        };
    assertThat(follows).as("seed %s: %s after %s", seed, algo, before).isTrue();
  }

  @Override
  public void onAccount(AccountUpdate update) {
    tell("" + update);
    seen.add("account " + update.reason());
  }

  @Override
  public void onMarginCall(MarginCall call) {
    tell("" + call);
  }

  @Override
  public void onConfig(ConfigUpdate update) {
    tell("" + update);
  }

  @Override
  public void onTrade(MarketTrade trade) {
    tell("" + trade);
    seen.add("trade " + trade.kind());
    OrderView taker = last.get(trade.takerOrderId());
    assertThat(trade.kind() != MarketTrade.Kind.RPI || (taker != null && taker.order().retail()))
        .as("seed %s: %s of %s", seed, trade, taker)
        .isTrue();
    if (trade.kind() == MarketTrade.Kind.INSURANCE_FUND) {
      // The buyer was the maker where the fund bought.
      long qty = trade.buyerIsMaker() ? trade.qtyE8() : -trade.qtyE8();
      amounts.merge(
          key(FuturesWorld.FUND, trade.symbol()), BigInteger.valueOf(qty), BigInteger::add);
    }
  }

  @Override
  public void onLevel(LevelChange change) {
    TreeMap<Long, Long> side =
        levels.computeIfAbsent(change.symbol() + change.side(), _ -> new TreeMap<>());
    if (change.qtyE8() == 0) {
      side.remove(change.priceE8());
    } else {
      side.put(change.priceE8(), change.qtyE8());
    }
  }

  @Override
  public void onRpiLevel(LevelChange change) {
    TreeMap<Long, Long> side =
        besides.computeIfAbsent(change.symbol() + change.side(), _ -> new TreeMap<>());
    if (change.qtyE8() == 0) {
      side.remove(change.priceE8());
    } else {
      side.put(change.priceE8(), change.qtyE8());
    }
  }

  @Override
  public void onForceOrder(ForceOrder order) {
    tell("" + order);
    seen.add("force " + order.order().status());
  }

  void fundingWasCut(int holders) {
    cuts += holders;
  }

  /** All that must hold between two commands. */
  void check(FuturesExchange exchange, BigInteger depositsE8) {
    exchange.checkInvariants();
    BigInteger sum = BigInteger.valueOf(exchange.feesE8("USDT"));
    for (long id = 0; id < FuturesWorld.ACCOUNTS; id++) {
      AssetView asset = FuturesWorld.done(exchange.asset(id, "USDT"));
      sum = sum.add(BigInteger.valueOf(asset.marginBalanceE8()));
      boolean limited = id < FuturesWorld.UNLIMITED;
      if (limited) {
        checkWallet(exchange, id, asset);
        checkMargin(exchange, id, asset);
      }
      checkOrders(exchange, id);
    }
    long views = 2 * FuturesWorld.ACCOUNTS;
    assertThat(sum.subtract(depositsE8).abs())
        .as("seed %s: wallets with what is not realised, and fees, less deposits", seed)
        .isLessThanOrEqualTo(BigInteger.valueOf(cuts + views));
    for (String symbol : FuturesWorld.SYMBOLS) {
      checkPositions(exchange, symbol);
      checkDepth(exchange, symbol);
      checkRpiDepth(exchange, symbol);
    }
  }

  private void checkWallet(FuturesExchange exchange, long id, AssetView asset) {
    long income =
        FuturesWorld.done(exchange.incomes(id)).stream().mapToLong(Income::amountE8).sum();
    assertThat(asset.walletE8()).as("seed %s: wallet of %s", seed, id).isEqualTo(income);
  }

  private void checkMargin(FuturesExchange exchange, long id, AssetView asset) {
    long cross = asset.walletE8();
    long maintenance = 0;
    boolean any = false;
    boolean flat = true;
    for (PositionView position : FuturesWorld.done(exchange.positions(id))) {
      checkOpenOrders(exchange, position);
      flat &= position.amountE8() == 0;
      if (position.config().marginType() == MarginType.ISOLATED) {
        cross -= position.margin().isolatedWalletE8();
        long left = position.margin().isolatedWalletE8() + position.unrealisedE8();
        assertThat(position.amountE8() == 0 || left > position.margin().maintenanceE8())
            .as("seed %s: %s stands beyond its liquidation", seed, position)
            .isTrue();
      } else if (position.amountE8() != 0) {
        any = true;
        maintenance += position.margin().maintenanceE8();
        cross += position.unrealisedE8();
      }
    }
    assertThat(!any || cross > maintenance)
        .as("seed %s: %s stands beyond its liquidation", seed, id)
        .isTrue();
    assertThat(flat && asset.walletE8() < 0).as("seed %s: %s owes", seed, asset).isFalse();
  }

  private void checkOpenOrders(FuturesExchange exchange, PositionView position) {
    BigInteger bids = BigInteger.ZERO;
    BigInteger asks = BigInteger.ZERO;
    for (OrderView order :
        FuturesWorld.done(exchange.openOrders(position.accountId(), position.symbol()))) {
      long held = position.amountE8();
      assertThat(
              !order.order().reduceOnly()
                  || (order.order().side() == Side.SELL ? held > 0 : held < 0))
          .as("seed %s: %s has nothing to reduce", seed, order)
          .isTrue();
      if (!order.order().reduceOnly()) {
        OrderView.Quantities quantities = order.quantities();
        BigInteger worth =
            BigInteger.valueOf(order.order().terms().limitPriceE8().orElseThrow())
                .multiply(BigInteger.valueOf(quantities.origE8() - quantities.executedE8()))
                .add(ONE.subtract(BigInteger.ONE))
                .divide(ONE);
        bids = order.order().side() == Side.BUY ? bids.add(worth) : bids;
        asks = order.order().side() == Side.SELL ? asks.add(worth) : asks;
      }
    }
    BigInteger notional = BigInteger.valueOf(position.notionalE8());
    BigInteger most = notional.add(bids).abs().max(notional.subtract(asks).abs());
    long more =
        most.subtract(notional.abs())
            .divide(BigInteger.valueOf(position.config().leverage()))
            .longValueExact();
    assertThat(position.margin().openOrderE8())
        .as("seed %s: open orders of %s", seed, position)
        .isEqualTo(more);
  }

  private void checkOrders(FuturesExchange exchange, long id) {
    for (String symbol : FuturesWorld.SYMBOLS) {
      for (OrderView order : FuturesWorld.done(exchange.allOrders(id, symbol))) {
        assertThat(order).as("seed %s", seed).isEqualTo(last.get(order.orderId()));
      }
    }
  }

  private void checkPositions(FuturesExchange exchange, String symbol) {
    BigInteger sum = BigInteger.ZERO;
    for (long id = 0; id < FuturesWorld.ACCOUNTS; id++) {
      PositionView position = FuturesWorld.done(exchange.positionOf(id, symbol));
      BigInteger amount = BigInteger.valueOf(position.amountE8());
      sum = sum.add(amount);
      assertThat(amount)
          .as("seed %s: %s of %s by its trades", seed, symbol, id)
          .isEqualTo(amounts.getOrDefault(key(id, symbol), BigInteger.ZERO));
    }
    assertThat(sum).as("seed %s: all positions of %s", seed, symbol).isZero();
  }

  private void checkDepth(FuturesExchange exchange, String symbol) {
    Depth depth = FuturesWorld.done(exchange.depth(symbol, Integer.MAX_VALUE));
    assertThat(asMap(depth.bids()))
        .as("seed %s", seed)
        .isEqualTo(levels.getOrDefault(symbol + Side.BUY, new TreeMap<>()));
    assertThat(asMap(depth.asks()))
        .as("seed %s", seed)
        .isEqualTo(levels.getOrDefault(symbol + Side.SELL, new TreeMap<>()));
  }

  /** All of the book, and beside it what is on its own side of everybody else. */
  private void checkRpiDepth(FuturesExchange exchange, String symbol) {
    Depth depth = FuturesWorld.done(exchange.rpiDepth(symbol, Integer.MAX_VALUE));
    for (Side side : Side.values()) {
      TreeMap<Long, Long> merged =
          new TreeMap<>(levels.getOrDefault(symbol + side, new TreeMap<>()));
      List<Long> others = new ArrayList<>();
      others.addAll(levels.getOrDefault(symbol + side.opposite(), new TreeMap<>()).keySet());
      others.addAll(besides.getOrDefault(symbol + side.opposite(), new TreeMap<>()).keySet());
      besides
          .getOrDefault(symbol + side, new TreeMap<>())
          .forEach((price, qty) -> {
            boolean crossed =
                others.stream()
                    .anyMatch(other -> side == Side.BUY ? price >= other : price <= other);
            seen.add(crossed ? "crossed beside the book" : "shown beside the book");
            if (!crossed) {
              merged.merge(price, qty, Long::sum);
            }
          });
      assertThat(asMap(depth.side(side))).as("seed %s", seed).isEqualTo(merged);
    }
  }

  private static Map<Long, Long> asMap(List<Depth.DepthLevel> side) {
    TreeMap<Long, Long> map = new TreeMap<>();
    side.forEach(it -> map.put(it.priceE8(), it.qtyE8()));
    return map;
  }
}
