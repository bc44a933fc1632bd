package io.tradewind.simulation.exchange.futures;

import static io.tradewind.simulation.exchange.futures.Contracts.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.matching.SelfTradeMode;
import io.tradewind.simulation.matching.TimeInForce;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A futures exchange on which some accounts do whatever comes to their minds, all of one seed. */
final class FuturesWorld {
  static final long ONE = 100_000_000;
  static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT");

  /** Four that can lose all, two that cannot, and the fund. */
  static final int ACCOUNTS = 7;

  static final long UNLIMITED = 4;
  static final long FUND = 6;
  private static final List<TimeInForce> TIMES =
      List.of(
          TimeInForce.GTC,
          TimeInForce.GTC,
          TimeInForce.GTC,
          TimeInForce.IOC,
          TimeInForce.FOK,
          TimeInForce.POST_ONLY,
          TimeInForce.RPI,
          TimeInForce.RPI);

  final FuturesExchange exchange;
  final FuturesWitness witness;
  private final SplitMix random;
  private BigInteger depositsE8 = BigInteger.ZERO;
  private long timeNs = 1;
  private int names;

  FuturesWorld(long seed) {
    random = new SplitMix(seed);
    witness = new FuturesWitness(seed);
    exchange = new FuturesExchange(witness, FUND);
    for (String symbol : SYMBOLS) {
      exchange.list(
          Contracts.perpetual(symbol, new FeeRates(200, 500), Contracts.wide()), e8("100"));
    }
    boolean group = one(3);
    for (int id = 0; id < FUND; id++) {
      Optional<Long> tradeGroup = group && id < 2 ? Optional.of(7L) : Optional.empty();
      Optional<FeeRates> fees = id == 1 ? Optional.of(FeeRates.NONE) : Optional.empty();
      exchange.openAccount(id, new Account.Terms(id >= UNLIMITED, fees, tradeGroup));
    }
    for (long id = 0; id < UNLIMITED; id++) {
      deposit(id, 1 + below(3_000 * ONE));
    }
  }

  static <T> T done(Result<T> result) {
    return switch (result) {
      case Result.Done<T>(T value) -> value;
      case Result.Refused<T>(RefusalReason reason) -> throw new IllegalStateException("" + reason);
    };
  }

  /** One command; what the witness finds wrong is an assertion error. */
  void step() {
    timeNs += one(3) ? 0 : below(one(20) ? 900_000_000_000L : 20_000_000_000L);
    exchange.advance(timeNs);
    long id = random.nextInt(ACCOUNTS);
    String symbol = one(3) ? SYMBOLS.get(1) : SYMBOLS.get(0);
    List<Object> before = state(id);
    int events = witness.told.size();
    Result<?> result = command(id, symbol, random.nextInt(100));
    if (result instanceof Result.Refused<?>(RefusalReason reason)) {
      witness.seen.add("refused " + reason);
      assertThat(state(id)).as("refused %s", reason).isEqualTo(before);
      assertThat(witness.told).as("refused %s", reason).hasSize(events);
    }
    witness.check(exchange, depositsE8);
  }

  private List<Object> state(long id) {
    List<Object> state = new ArrayList<>();
    for (String symbol : SYMBOLS) {
      state.add(done(exchange.positionOf(id, symbol)));
      state.add(done(exchange.depth(symbol, 99)));
      state.add(done(exchange.rpiDepth(symbol, 99)));
    }
    state.add(done(exchange.assets(id)));
    state.add(done(exchange.openOrders(id)));
    state.add(done(exchange.openAlgos(id)));
    return state;
  }

  private Result<?> command(long id, String symbol, int dice) {
    if (dice < 45) {
      return exchange.place(id, order(id, symbol), timeNs);
    } else if (dice < 52) {
      return exchange.placeAlgo(id, algo(id, symbol), timeNs);
    } else if (dice < 58) {
      return exchange.cancel(id, symbol, ref(id, symbol), timeNs);
    } else if (dice < 64) {
      FuturesExchange.Modify command =
          new FuturesExchange.Modify(symbol, ref(id, symbol), qty(), price(symbol));
      return exchange.modify(id, command, timeNs);
    } else if (dice < 80) {
      return mark(symbol);
    }
    return rare(id, symbol, dice);
  }

  private Result<?> rare(long id, String symbol, int dice) {
    return switch (dice) {
      case 80, 81 -> fund(symbol);
      case 82, 83, 84 -> exchange.setLeverage(id, symbol, 1 + random.nextInt(80), timeNs);
      case 85, 86, 87 -> exchange.setMarginType(id, symbol, type(), timeNs);
      case 88, 89 -> exchange.moveMargin(id, symbol, 1 + below(100 * ONE), timeNs);
      case 90, 91 -> exchange.moveMargin(id, symbol, -1 - below(20 * ONE), timeNs);
      case 92 -> exchange.cancelAll(id, symbol, timeNs);
      case 93 -> exchange.cancelAllAlgos(id, symbol, timeNs);
      case 94 -> withdraw(id, 1 + below(50 * ONE));
      case 95, 96 -> deposit(id, 1 + below(200 * ONE));
      case 97 ->
          exchange.countdown(id, symbol, OptionalLong.of(timeNs + below(60_000_000_000L)), timeNs);
      case 98 -> exchange.cancelAlgo(id, new AlgoRef.ById(1 + below(1 + names / 8)), timeNs);
      default -> exchange.test(id, order(id, symbol), timeNs);
    };
  }

  private MarginType type() {
    return one(2) ? MarginType.ISOLATED : MarginType.CROSSED;
  }

  private Result<?> deposit(long id, long amountE8) {
    Result<?> result = exchange.deposit(id, "USDT", amountE8, timeNs);
    depositsE8 = depositsE8.add(BigInteger.valueOf(amountE8));
    return result;
  }

  private Result<?> withdraw(long id, long amountE8) {
    Result<?> result = exchange.withdraw(id, "USDT", amountE8, timeNs);
    if (result instanceof Result.Done) {
      depositsE8 = depositsE8.subtract(BigInteger.valueOf(amountE8));
    }
    return result;
  }

  private Result<?> fund(String symbol) {
    witness.fundingWasCut(ACCOUNTS);
    return exchange.fund(symbol, below(2 * ONE / 100) - ONE / 100, timeNs);
  }

  /** Mostly a step, now and then a jump, always back towards where it came from. */
  private Result<?> mark(String symbol) {
    long now = done(exchange.prices(symbol)).markE8();
    long bps = one(8) ? 2_000 : 100;
    long factor = 10_000 + below(2 * bps) - bps;
    long next = Math.clamp(now / 10_000 * factor, 40 * ONE, 250 * ONE);
    return exchange.onMark(symbol, next + below(100), next, timeNs);
  }

  private NewOrder order(long id, String symbol) {
    OrderTerms terms =
        one(5) ? new OrderTerms.Market(qty()) : limit(price(symbol), id >= UNLIMITED);
    NewOrder order =
        new NewOrder(
            symbol,
            "n" + ++names,
            side(),
            PositionSide.BOTH,
            terms,
            one(4),
            one(3)
                ? Optional.of(SelfTradeMode.values()[random.nextInt(SelfTradeMode.values().length)])
                : Optional.empty());
    return !terms.isRpi() && one(3) ? order.ofRetail() : order;
  }

  private OrderTerms limit(long priceE8, boolean patient) {
    TimeInForce time = patient ? TimeInForce.GTC : TIMES.get(random.nextInt(TIMES.size()));
    boolean dated = time == TimeInForce.GTC && one(6);
    return new OrderTerms.Limit(
        qty(),
        priceE8,
        time,
        dated
            ? OptionalLong.of(timeNs + 590_000_000_000L + below(60_000_000_000L))
            : OptionalLong.empty());
  }

  private Side side() {
    return one(2) ? Side.BUY : Side.SELL;
  }

  private long qty() {
    return (50 + below(one(4) ? 60_000 : 5_000)) * ONE / 1_000;
  }

  /** Around the mark. */
  private long price(String symbol) {
    long mark = done(exchange.prices(symbol)).markE8();
    long cents = mark / (ONE / 100);
    return Math.max(1, cents * (9_900 + below(200)) / 10_000) * (ONE / 100);
  }

  private NewAlgoOrder algo(long id, String symbol) {
    boolean trails = one(4);
    AlgoCondition condition =
        trails
            ? new AlgoCondition.Trailing(
                10 + random.nextInt(300),
                one(2) ? OptionalLong.empty() : OptionalLong.of(price(symbol)))
            : one(2)
                ? new AlgoCondition.Stop(price(symbol))
                : new AlgoCondition.TakeProfit(price(symbol));
    boolean closes = !trails && one(3);
    boolean isLong = done(exchange.positionOf(id, symbol)).amountE8() > 0;
    AlgoAction action =
        closes
            ? new AlgoAction.ClosePosition()
            : new AlgoAction.Place(
                trails || one(2) ? new OrderTerms.Market(qty()) : limit(price(symbol), false),
                one(2));
    return new NewAlgoOrder(
        symbol,
        "n" + ++names,
        closes && !one(4) ? (isLong ? Side.SELL : Side.BUY) : side(),
        PositionSide.BOTH,
        condition,
        action,
        one(2) ? PriceSource.MARK : PriceSource.CONTRACT,
        one(4),
        Optional.empty());
  }

  private OrderRef ref(long id, String symbol) {
    List<OrderView> open = done(exchange.openOrders(id, symbol));
    return open.isEmpty()
        ? new OrderRef.ById(1 + below(1 + names))
        : new OrderRef.ById(open.get(random.nextInt(open.size())).orderId());
  }

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }

  private long below(long bound) {
    return Long.remainderUnsigned(random.nextLong(), bound);
  }
}
