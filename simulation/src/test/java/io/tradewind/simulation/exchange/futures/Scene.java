package io.tradewind.simulation.exchange.futures;

import static io.tradewind.simulation.exchange.futures.Contracts.e8;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.LevelChange;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.SelfTradeMode;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A small exchange that is told what to do in words, and tells in words what came of it. The symbol
 * is BTCUSDT and stands at 100; accounts A to D have 10,000 USDT each, X and Y are unlimited, F is
 * the insurance fund. The leverage is 20 where nobody has set it.
 *
 * <p>Commands are parted by semicolons, a name before everything says who speaks:
 *
 * <pre>
 * A buy a1 1@100 [ioc|fok|gtx|rpi|gtd=700] [ro] [stp=expire_taker] [retail]
 * A sell a2 1 market [ro] [retail]
 * A cancel a1; A cancelall; A modify a1 2@99
 * A algo sell s1 1|close stop=90|profit=110|trail=100 [active=105] [limit=89] [mark] [ro] [protect]
 * A unalgo s1; A lev 10; A isolated; A crossed; A margin 50; A countdown 60; A give 100; A take 50
 * mark 110; fund 0.0001; trade 100; bid 10@99; ask 10@101; wait 60; halt; open; eth 2000
 * </pre>
 *
 * {@code trade}, {@code bid} and {@code ask} are of unlimited accounts; an order whose name begins
 * with {@code e} is of ETHUSDT.
 */
final class Scene implements FuturesListener {
  static final String BTC = "BTCUSDT";
  static final String ETH = "ETHUSDT";
  static final String USDT = "USDT";
  private static final String NAMES = "ABCDXYF";
  private static final long X = 4;
  private static final long Y = 5;
  private static final long FUND = 6;
  private static final long SECOND_NS = 1_000_000_000;

  final FuturesExchange exchange = new FuturesExchange(this, FUND);
  private final List<String> told = new ArrayList<>();
  private boolean muted = true;
  private boolean money;
  private boolean calls;
  private long timeNs = SECOND_NS;
  private int names;

  Scene() {
    this(FeeRates.NONE, Contracts.wide());
  }

  Scene(FeeRates fees, FuturesListing.Filters filters) {
    exchange.list(Contracts.perpetual(BTC, fees, filters), e8("100"));
    exchange.list(Contracts.perpetual(ETH, fees, filters), e8("100"));
    for (int id = 0; id < X; id++) {
      exchange.openAccount(id, Account.Terms.PLAIN);
      exchange.deposit(id, USDT, e8("10000"), timeNs);
    }
    exchange.openAccount(X, Account.Terms.UNLIMITED);
    exchange.openAccount(Y, Account.Terms.UNLIMITED);
    muted = false;
  }

  /** With wallets, trades and forced orders. */
  Scene tellingMoney() {
    money = true;
    return this;
  }

  /** With margin calls. */
  Scene tellingCalls() {
    calls = true;
    return this;
  }

  /** What the last of the commands brought about. */
  String play(String commands) {
    for (String command : commands.split(";")) {
      told.clear();
      run(command.trim());
    }
    return String.join(", ", told);
  }

  /** What all of the commands brought about. */
  String playAll(String commands) {
    told.clear();
    for (String command : commands.split(";")) {
      run(command.trim());
    }
    return String.join(", ", told);
  }

  PositionView position(String account) {
    return done(exchange.positionOf(id(account), BTC));
  }

  /** Amount and entry price, as {@code 1@100}. */
  String held(String account) {
    PositionView position = position(account);
    return text(position.amountE8()) + "@" + text(position.entryPriceE8());
  }

  AssetView asset(String account) {
    return done(exchange.asset(id(account), USDT));
  }

  List<Income> incomes(String account) {
    return done(exchange.incomes(id(account)));
  }

  /** What the world sees of the book, such as {@code 1@99 | 1@101 2@102}. */
  String depth() {
    return text(done(exchange.depth(BTC, 9)));
  }

  /** The same with retail price improvement. */
  String rpiDepth() {
    return text(done(exchange.rpiDepth(BTC, 9)));
  }

  private static String text(Depth depth) {
    return (text(depth.bids()) + " | " + text(depth.asks())).trim();
  }

  private static String text(List<Depth.DepthLevel> levels) {
    return levels.stream()
        .map(it -> text(it.qtyE8()) + "@" + text(it.priceE8()))
        .collect(Collectors.joining(" "));
  }

  static long id(String account) {
    return NAMES.indexOf(account);
  }

  static String text(long e8) {
    return FixedPoint.toDecimal(e8, 8).stripTrailingZeros().toPlainString();
  }

  private static <T> T done(Result<T> result) {
    return switch (result) {
      case Result.Done<T>(T value) -> value;
      case Result.Refused<T>(RefusalReason reason) -> throw new IllegalStateException("" + reason);
    };
  }

  private void run(String command) {
    List<String> words = Arrays.asList(command.split("\\s+"));
    timeNs += SECOND_NS;
    if (words.getFirst().length() == 1 && NAMES.contains(words.getFirst())) {
      tell(account(id(words.getFirst()), words.subList(1, words.size())));
    } else {
      operator(words);
    }
    exchange.checkInvariants();
  }

  private void tell(Result<?> result) {
    if (result instanceof Result.Refused<?>(RefusalReason reason)) {
      told.add("refused " + reason);
    }
  }

  private void operator(List<String> words) {
    String what = words.get(0);
    String value = words.size() > 1 ? words.get(1) : "";
    switch (what) {
      case "mark" -> tell(exchange.onMark(BTC, e8(value), e8(value), timeNs));
      case "eth" -> tell(exchange.onMark(ETH, e8(value), e8(value), timeNs));
      case "fund" -> tell(exchange.fund(BTC, e8(value), timeNs));
      case "bid" -> tell(order(X, List.of("buy", "x" + names++, value)));
      case "ask" -> tell(order(X, List.of("sell", "x" + names++, value)));
      case "ebid" -> tell(order(X, List.of("buy", "e" + names++, value)));
      case "easks" -> tell(order(X, List.of("sell", "e" + names++, value)));
      case "clear" -> tell(exchange.cancelAll(X, BTC, timeNs));
      case "trade" -> {
        tell(order(X, List.of("buy", "x" + names++, "1@" + value)));
        tell(order(Y, List.of("sell", "y" + names++, "1@" + value)));
      }
      case "wait" -> {
        timeNs += (Long.parseLong(value) - 1) * SECOND_NS;
        exchange.advance(timeNs);
      }
      case "halt" -> tell(exchange.setStatus(BTC, ListingStatus.HALT));
      case "delist" -> tell(exchange.delist(BTC, timeNs));
      case "open" -> tell(exchange.setStatus(BTC, ListingStatus.TRADING));
      default -> throw new IllegalArgumentException("what is " + what);
    }
  }

  private Result<?> account(long id, List<String> words) {
    String value = words.size() > 1 ? words.get(1) : "";
    return switch (words.getFirst()) {
      case "buy", "sell" -> order(id, words);
      case "algo" -> exchange.placeAlgo(id, algo(words.subList(1, words.size())), timeNs);
      case "unalgo" -> exchange.cancelAlgo(id, new AlgoRef.ByClientId(value), timeNs);
      case "cancel" -> exchange.cancel(id, symbol(value), new OrderRef.ByClientId(value), timeNs);
      case "cancelall" -> exchange.cancelAll(id, BTC, timeNs);
      case "modify" -> modify(id, value, words.get(2));
      case "lev" -> exchange.setLeverage(id, BTC, Integer.parseInt(value), timeNs);
      case "elev" -> exchange.setLeverage(id, ETH, Integer.parseInt(value), timeNs);
      case "isolated" -> exchange.setMarginType(id, BTC, MarginType.ISOLATED, timeNs);
      case "crossed" -> exchange.setMarginType(id, BTC, MarginType.CROSSED, timeNs);
      case "margin" -> exchange.moveMargin(id, BTC, e8(value), timeNs);
      case "countdown" -> countdown(id, Long.parseLong(value));
      case "give" -> exchange.deposit(id, USDT, e8(value), timeNs);
      case "take" -> exchange.withdraw(id, USDT, e8(value), timeNs);
      case "hedge" -> exchange.setHedgeMode(id, value.equals("on"), timeNs);
      default -> throw new IllegalArgumentException("what is " + words);
    };
  }

  private Result<?> countdown(long id, long seconds) {
    OptionalLong at =
        seconds == 0 ? OptionalLong.empty() : OptionalLong.of(timeNs + seconds * SECOND_NS);
    return exchange.countdown(id, BTC, at, timeNs);
  }

  private Result<?> modify(long id, String name, String terms) {
    String[] parts = terms.split("@");
    OrderRef ref = new OrderRef.ByClientId(name);
    return exchange.modify(
        id, new FuturesExchange.Modify(BTC, ref, e8(parts[0]), e8(parts[1])), timeNs);
  }

  private static String symbol(String name) {
    return name.startsWith("e") ? ETH : BTC;
  }

  private Result<OrderView> order(long id, List<String> words) {
    Side side = side(words.get(0));
    List<String> more = words.subList(3, words.size());
    NewOrder order =
        new NewOrder(
            symbol(words.get(1)),
            words.get(1),
            side,
            more.contains("long") ? PositionSide.LONG : PositionSide.BOTH,
            terms(words.get(2), more),
            more.contains("ro"),
            value(more, "stp").map(it -> SelfTradeMode.valueOf(it.toUpperCase(Locale.ROOT))));
    return exchange.place(id, more.contains("retail") ? order.ofRetail() : order, timeNs);
  }

  private static Side side(String word) {
    return word.equals("buy") ? Side.BUY : Side.SELL;
  }

  private OrderTerms terms(String what, List<String> more) {
    String[] parts = what.split("@");
    if (parts.length == 1) {
      return new OrderTerms.Market(e8(parts[0]));
    }
    TimeInForce time =
        more.contains("ioc")
            ? TimeInForce.IOC
            : more.contains("fok")
                ? TimeInForce.FOK
                : more.contains("gtx")
                    ? TimeInForce.POST_ONLY
                    : more.contains("rpi") ? TimeInForce.RPI : TimeInForce.GTC;
    OptionalLong date =
        value(more, "gtd").stream()
            .mapToLong(it -> timeNs + Long.parseLong(it) * SECOND_NS)
            .findFirst();
    return new OrderTerms.Limit(e8(parts[0]), e8(parts[1]), time, date);
  }

  private static Optional<String> value(List<String> words, String name) {
    return words.stream()
        .filter(it -> it.startsWith(name + "="))
        .map(it -> it.substring(name.length() + 1))
        .findFirst();
  }

  private NewAlgoOrder algo(List<String> words) {
    Optional<String> limit = value(words, "limit");
    String qty = words.get(2);
    AlgoAction action =
        qty.equals("close")
            ? new AlgoAction.ClosePosition()
            : new AlgoAction.Place(
                terms(limit.map(it -> qty + "@" + it).orElse(qty), words), words.contains("ro"));
    return new NewAlgoOrder(
        symbol(words.get(1)),
        words.get(1),
        side(words.get(0)),
        PositionSide.BOTH,
        condition(words),
        action,
        words.contains("mark") ? PriceSource.MARK : PriceSource.CONTRACT,
        words.contains("protect"),
        Optional.empty());
  }

  private static AlgoCondition condition(List<String> words) {
    Optional<String> stop = value(words, "stop");
    Optional<String> profit = value(words, "profit");
    if (stop.isPresent()) {
      return new AlgoCondition.Stop(e8(stop.get()));
    }
    if (profit.isPresent()) {
      return new AlgoCondition.TakeProfit(e8(profit.get()));
    }
    int bps = Integer.parseInt(value(words, "trail").orElseThrow());
    Optional<String> active = value(words, "active");
    return new AlgoCondition.Trailing(
        bps, active.map(it -> OptionalLong.of(e8(it))).orElse(OptionalLong.empty()));
  }

  @Override
  public void onOrder(OrderUpdate update) {
    OrderView order = update.order();
    if (muted || order.accountId() >= X) {
      return;
    }
    String end = order.status() == OrderStatus.FILLED ? " filled" : "";
    String reason = order.expiry().map(Enum::name).orElse("");
    told.add(
        order.order().clientOrderId()
            + switch (update.execution()) {
              case Execution.Accepted _ -> " new";
              case Execution.Traded(Fill fill) -> fill(fill) + end;
              case Execution.Canceled _ -> " canceled";
              case Execution.Amended(Amendment it) ->
                  " amended " + text(it.qty().afterE8()) + "@" + text(it.price().afterE8());
              case Execution.Expired _ -> " " + reason;
            });
  }

  private static String fill(Fill fill) {
    String gain = fill.realisedE8() == 0 ? "" : " gains " + text(fill.realisedE8());
    return " " + text(fill.qtyE8()) + "@" + text(fill.priceE8()) + gain;
  }

  @Override
  public void onAlgo(AlgoUpdate update) {
    AlgoView algo = update.algo();
    if (muted || algo.accountId() >= X) {
      return;
    }
    String why = algo.refusal().map(it -> " " + it).orElse("");
    told.add(
        algo.order().clientAlgoId()
            + " "
            + (algo.status() == AlgoStatus.NEW
                ? "waits"
                : algo.status().name().toLowerCase(Locale.ROOT))
            + why);
  }

  @Override
  public void onAccount(AccountUpdate update) {
    if (money && !muted) {
      String name = NAMES.substring((int) update.accountId(), (int) update.accountId() + 1);
      for (AccountUpdate.Wallet wallet : update.wallets()) {
        String change = wallet.changeE8() == 0 ? "" : " by " + text(wallet.changeE8());
        String cross =
            wallet.crossWalletE8() == wallet.walletE8()
                ? ""
                : " cross " + text(wallet.crossWalletE8());
        told.add(name + " " + update.reason() + " " + text(wallet.walletE8()) + cross + change);
      }
    }
  }

  @Override
  public void onMarginCall(MarginCall call) {
    if (calls && !muted) {
      String name = NAMES.substring((int) call.accountId(), (int) call.accountId() + 1);
      told.add(
          name
              + " call"
              + call.crossWalletE8().stream().mapToObj(it -> " " + text(it)).findFirst().orElse("")
              + call.positions().stream()
                  .map(it ->
                      " "
                          + text(it.position().amountE8())
                          + " needs "
                          + text(it.position().margin().maintenanceE8())
                          + " at "
                          + text(it.markE8()))
                  .collect(Collectors.joining()));
    }
  }

  @Override
  public void onConfig(ConfigUpdate update) {
    if (!muted) {
      told.add("leverage " + update.leverage());
    }
  }

  @Override
  public void onTrade(MarketTrade trade) {
    if (money && !muted && trade.kind() == MarketTrade.Kind.INSURANCE_FUND) {
      told.add("fund takes " + text(trade.qtyE8()) + "@" + text(trade.priceE8()));
    }
  }

  @Override
  public void onLevel(LevelChange change) {}

  @Override
  public void onForceOrder(ForceOrder force) {
    if (money && !muted) {
      OrderView order = force.order();
      told.add(
          "force "
              + order.order().side().name().toLowerCase(Locale.ROOT)
              + " "
              + text(order.quantities().executedE8())
              + "@"
              + text(order.quantities().averagePriceE8()));
    }
  }
}
