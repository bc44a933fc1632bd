package io.tradewind.simulation.exchange.spot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Balance;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.LevelChange;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reckons from what the exchange says, in the plainest way, what it must have: balances, locks,
 * books, sums of fills.
 */
final class SpotWitness implements SpotListener {
  /** What ended long ago is looked at only now and then. */
  private static final int EVERY = 50;

  private final long seed;
  final List<Object> told = new ArrayList<>();
  final TreeSet<String> seen = new TreeSet<>();
  private final TreeMap<Long, OrderView> orders = new TreeMap<>();
  private final TreeMap<Long, OrderView> open = new TreeMap<>();
  private final TreeMap<Long, long[]> fills = new TreeMap<>();
  private final TreeMap<Long, Long> reserveE8 = new TreeMap<>();
  private final TreeMap<String, Long> lastPrice = new TreeMap<>();
  private final TreeMap<Long, OrderListView> lists = new TreeMap<>();
  private final TreeMap<String, Long> issued = new TreeMap<>();
  private final TreeMap<String, Long> ids = new TreeMap<>();
  private final TreeMap<String, TreeMap<Long, Long>> books = new TreeMap<>();
  private final TreeMap<Long, TreeMap<String, Balance>> balances = new TreeMap<>();
  private int before;
  private int commands;

  SpotWitness(long seed) {
    this.seed = seed;
  }

  void issued(String asset, Result<Account> result, long amount) {
    if (result instanceof Result.Done<Account>) {
      issued.merge(asset, amount, Long::sum);
    }
  }

  void begin(SpotExchange exchange) {
    before = told.size();
  }

  void end(SpotExchange exchange, Result<?> result) {
    if (result instanceof Result.Refused<?>(Refusal reason)) {
      seen.add("refused " + reason);
      assertThat(told).as("seed %s: a refusal is silent", seed).hasSize(before);
    }
    exchange.checkInvariants();
    checkMoney(exchange);
    if (commands++ % EVERY == 0) {
      checkOrders(exchange);
    }
    checkBooks(exchange);
    checkLists(exchange);
  }

  private void checkMoney(SpotExchange exchange) {
    for (String asset : SpotWorld.ASSETS) {
      long sum = exchange.feesE8(asset);
      for (long id = 0; id < SpotWorld.ACCOUNTS; id++) {
        Account account = done(exchange.account(id));
        sum += account.freeE8(asset) + account.lockedE8(asset);
        assertThat(id == SpotWorld.UNLIMITED ? 0 : account.freeE8(asset))
            .as("seed %s free", seed)
            .isNotNegative();
        assertThat(account.lockedE8(asset))
            .as("seed %s: account %s locks %s", seed, id, asset)
            .isEqualTo(needed(id, asset));
        Balance told =
            balances
                .getOrDefault(id, new TreeMap<>())
                .getOrDefault(asset, new Balance(asset, 0, 0));
        assertThat(account.balance(asset)).as("seed %s: told of %s", seed, id).isEqualTo(told);
      }
      assertThat(sum).as("seed %s: all of %s", seed, asset).isEqualTo(issued.get(asset));
    }
  }

  private long needed(long accountId, String asset) {
    long sum = 0;
    TreeMap<Long, Long> byList = new TreeMap<>();
    for (OrderView order : open.values()) {
      String locks =
          order.order().side() == Side.BUY ? "USDT" : order.order().symbol().substring(0, 3);
      boolean counts =
          order.accountId() == accountId
              && order.status().isOpen()
              && order.status() != OrderStatus.PENDING_NEW
              && locks.equals(asset);
      if (counts && order.listId().isPresent()) {
        byList.merge(order.listId().getAsLong(), need(order), Math::max);
      } else if (counts) {
        sum += need(order);
      }
    }
    return sum + byList.values().stream().mapToLong(it -> it).sum();
  }

  private long need(OrderView order) {
    long open = order.quantities().openE8();
    if (order.order().side() == Side.SELL) {
      return open;
    }
    OptionalLong named = order.order().terms().limitPriceE8();
    long price =
        order
            .peggedPriceE8()
            .orElseGet(() -> named.orElseGet(() -> reserveE8.getOrDefault(order.orderId(), -1L)));
    assertThat(price).as("seed %s: %s rests without a price", seed, order).isNotNegative();
    return FixedPoint.mulDiv(price, open, SpotWorld.ONE, RoundingMode.UP);
  }

  private void checkOrders(SpotExchange exchange) {
    for (OrderView order : orders.values()) {
      if (order.accountId() != SpotWorld.UNLIMITED || order.status().isOpen()) {
        assertThat(
                exchange.order(
                    order.accountId(), order.order().symbol(), new OrderRef.ById(order.orderId())))
            .as("seed %s: what was told last stands", seed)
            .isInstanceOfSatisfying(
                Result.Done.class, it -> assertThat(same((OrderView) it.value(), order)).isTrue());
      }
    }
  }

  /** A trailing order begins to trail without a report. */
  private static boolean same(OrderView now, OrderView told) {
    OrderView.Times times =
        new OrderView.Times(
            now.times().createdNs(),
            now.times().updatedNs(),
            now.times().workingNs(),
            told.times().trailingNs());
    return new OrderView(
            now.accountId(),
            now.orderId(),
            now.listId(),
            now.order(),
            now.selfTradeMode(),
            now.status(),
            now.expiry(),
            now.quantities(),
            times,
            now.preventedMatchId(),
            now.peggedPriceE8())
        .equals(told);
  }

  private void checkBooks(SpotExchange exchange) {
    for (String symbol : SpotWorld.SYMBOLS) {
      Depth depth = done(exchange.depth(symbol, 1_000));
      assertThat(levels(depth.bids())).as("seed %s bids", seed).isEqualTo(book(symbol, Side.BUY));
      assertThat(levels(depth.asks())).as("seed %s asks", seed).isEqualTo(book(symbol, Side.SELL));
      if (!depth.bids().isEmpty() && !depth.asks().isEmpty()) {
        assertThat(depth.bids().getFirst().priceE8()).isLessThan(depth.asks().getFirst().priceE8());
      }
    }
  }

  private NavigableMap<Long, Long> book(String symbol, Side side) {
    return books.computeIfAbsent(symbol + " " + side, _ -> new TreeMap<>());
  }

  private static Map<Long, Long> levels(List<Depth.DepthLevel> levels) {
    TreeMap<Long, Long> map = new TreeMap<>();
    levels.forEach(level -> map.put(level.priceE8(), level.qtyE8()));
    return map;
  }

  private void checkLists(SpotExchange exchange) {
    for (OrderListView list : lists.values()) {
      boolean open =
          list.orders().stream()
              .map(it -> orders.get(it.orderId()))
              .anyMatch(it -> it != null && it.status().isOpen());
      assertThat(list.open()).as("seed %s: %s", seed, list).isEqualTo(open);
    }
    for (long id = 0; id < SpotWorld.ACCOUNTS; id++) {
      long account = id;
      assertThat(done(exchange.openOrderLists(id)).stream().map(OrderListView::listId))
          .containsExactlyElementsOf(
              lists.values().stream()
                  .filter(it -> it.accountId() == account && it.open())
                  .map(OrderListView::listId)
                  .toList());
    }
  }

  private static <T> T done(Result<T> result) {
    return switch (result) {
      case Result.Done<T>(T value) -> value;
      case Result.Refused<T>(Refusal reason) -> throw new AssertionError(reason);
    };
  }

  @Override
  public void onExecution(ExecutionReport report) {
    told.add(report);
    OrderView order = report.order();
    next("execution " + order.order().symbol(), report.executionId());
    OrderView last = orders.put(order.orderId(), order);
    if (order.status().isOpen()) {
      open.put(order.orderId(), order);
    } else {
      open.remove(order.orderId());
    }
    assertThat(last == null || last.status().isOpen())
        .as("seed %s: %s after its end", seed, order)
        .isTrue();
    if (last == null) {
      next("order", order.orderId());
    }
    if (report.execution() instanceof Execution.Accepted) {
      reserve(order);
      order.order().terms().peg().ifPresent(peg -> checkPeg(order, peg));
    }
    long[] sums = fills.computeIfAbsent(order.orderId(), _ -> new long[3]);
    switch (report.execution()) {
      case Execution.Traded traded -> {
        sums[0] += traded.fill().qtyE8();
        sums[1] += traded.fill().quoteE8();
      }
      case Execution.Prevented prevented ->
          sums[2] +=
              prevented.match().ids().takerOrderId() == order.orderId()
                  ? prevented.match().takerQtyE8()
                  : prevented.match().makerQtyE8();
      case Execution.Accepted _,
          Execution.Canceled _,
          Execution.Replaced _,
          Execution.Expired _ -> {}
    }
    OrderView.Quantities quantities = order.quantities();
    assertThat(new long[] {quantities.executedE8(), quantities.quoteE8(), quantities.preventedE8()})
        .as("seed %s: %s", seed, report)
        .isEqualTo(sums);
    assertThat(quantities.openE8()).as("seed %s: %s", seed, report).isNotNegative();
    assertThat(order.status() == OrderStatus.FILLED && quantities.openE8() != 0).isFalse();
    seen.add(
        order.order().terms().type()
            + " "
            + report.execution().getClass().getSimpleName()
            + " "
            + order.status()
            + order.expiry().map(it -> " " + it).orElse(""));
  }

  /** The level of the book as it was told, counted from the best. */
  private void checkPeg(OrderView order, Peg peg) {
    boolean buys = order.order().side() == Side.BUY;
    boolean bids = buys == (peg.priceType() == Peg.PriceType.PRIMARY_PEG);
    NavigableMap<Long, Long> half = book(order.order().symbol(), bids ? Side.BUY : Side.SELL);
    OptionalLong level =
        (bids ? half.descendingMap() : half)
            .keySet().stream().skip(peg.offsetLevels().orElse(0)).mapToLong(it -> it).findFirst();
    assertThat(order.peggedPriceE8())
        .as("seed %s: %s", seed, order)
        .isEqualTo(
            order.isWorking() && order.status() == OrderStatus.NEW ? level : OptionalLong.empty());
    String what = order.peggedPriceE8().isPresent() ? "found" : order.status().name();
    seen.add("pegged " + order.order().terms().type() + " " + what);
  }

  private void reserve(OrderView order) {
    if (order.status() == OrderStatus.PENDING_NEW || order.order().terms().trigger().isEmpty()) {
      return;
    }
    StopCondition condition = order.order().terms().trigger().orElseThrow();
    long last = lastPrice.getOrDefault(order.order().symbol(), 0L);
    OptionalLong stop = condition.stopPriceE8();
    reserveE8.put(
        order.orderId(),
        stop.isPresent()
            ? stop.getAsLong()
            : trailing(last, condition.trailingDeltaBps().orElseThrow()));
  }

  /** The last price with the distance, or without it where that is no number. */
  private static long trailing(long last, int bps) {
    BigInteger product = BigInteger.valueOf(last).multiply(BigInteger.valueOf(10_000 + bps));
    BigInteger up = product.add(BigInteger.valueOf(9_999)).divide(BigInteger.valueOf(10_000));
    return up.bitLength() < Long.SIZE ? up.longValueExact() : last;
  }

  @Override
  public void onList(ListReport report) {
    told.add(report);
    OrderListView last = lists.put(report.list().listId(), report.list());
    assertThat(last == null).isEqualTo(report.event() == ListReport.Event.EXEC_STARTED);
    assertThat(last == null || last.open()).as("seed %s: %s", seed, report).isTrue();
    assertThat(report.list().open()).isEqualTo(report.event() != ListReport.Event.ALL_DONE);
    seen.add(report.list().contingency() + " " + report.event());
  }

  @Override
  public void onPosition(AccountPosition position) {
    told.add(position);
    position
        .balances()
        .forEach(it ->
            balances
                .computeIfAbsent(position.accountId(), _ -> new TreeMap<>())
                .put(it.asset(), it));
  }

  @Override
  public void onBalance(BalanceUpdate update) {
    told.add(update);
  }

  @Override
  public void onTrade(MarketTrade trade) {
    told.add(trade);
    next("trade " + trade.symbol(), trade.tradeId());
    lastPrice.put(trade.symbol(), trade.priceE8());
  }

  @Override
  public void onLevel(LevelChange change) {
    told.add(change);
    next("update " + change.symbol(), change.updateId());
    Map<Long, Long> levels = book(change.symbol(), change.side());
    if (change.qtyE8() == 0) {
      levels.remove(change.priceE8());
    } else {
      levels.put(change.priceE8(), change.qtyE8());
    }
  }

  private void next(String counter, long id) {
    assertThat(id).as("seed %s: %s", seed, counter).isEqualTo(ids.getOrDefault(counter, 0L) + 1);
    ids.put(counter, id);
  }
}
