package io.tradewind.simulation.exchange.spot;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.LevelChange;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.SelfTradeMode;
import io.tradewind.simulation.matching.TimeInForce;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A small exchange that is told what to do in words, and tells in words what came of it. The symbol
 * is BTCUSDT; accounts are called by the letters A to E, each with 100 BTC and 100,000 USDT.
 *
 * <p>Commands are parted by semicolons, orders begin with the account and end with anything that
 * goes beyond quantity and price:
 *
 * <pre>
 * A buy a1 2@100 [ioc|fok|maker|show=0.5|stp=decrement]     limit
 * A buy a1 1@primary; A buy a1 1@market+2 named=105         pegged, two levels deeper
 * A sell a2 1 market; A buy a3 quote=150                    market
 * A sell a4 1 stop=90; A sell a5 1@89 stop=90; A buy a6 1 profit=90 trail=100
 * A cancel c1 a1; A amend a1 1 a7; A replace a1 go|stop buy a8 1@99
 * A oco l1 | sell a1 1@110 maker | sell a2 1 stop=90        above, below
 * A oto l1 | buy a1 1@99 | sell a2 1@105                    working, pending
 * A otoco l1 | buy a1 1@99 | sell a2 1@110 maker | sell a3 1 stop=90
 * A cancellist l1; last 100; minutes 5; halt; open; delist; A give BTC 5; A take BTC 5
 * </pre>
 *
 * {@code last 100} has two accounts of the exchange trade at that price.
 */
final class Scene implements SpotListener {
  static final String SYMBOL = "BTCUSDT";
  private static final String NAMES = "ABCDEXY";
  private static final long OPERATOR = 5;

  final SpotExchange exchange = new SpotExchange(this, List.of());
  private final List<String> told = new ArrayList<>();
  private final TreeMap<Long, String> names = new TreeMap<>();
  private boolean muted = true;
  private boolean market;
  private long timeNs = 1;
  private int trades;

  Scene() {
    this(List.of(), FeeRates.NONE);
  }

  Scene(List<Filter> filters, FeeRates fees) {
    exchange.list(
        new Listing(
            SYMBOL,
            "BTC",
            "USDT",
            ListingStatus.TRADING,
            Listing.Allowed.everything(),
            filters,
            fees));
    for (int id = 0; id < OPERATOR; id++) {
      exchange.openAccount(id, id == 4 ? group(9) : id == 3 ? group(9) : Account.Terms.PLAIN);
      exchange.deposit(id, "BTC", e8("100"), timeNs);
      exchange.deposit(id, "USDT", e8("100000"), timeNs);
    }
    exchange.openAccount(OPERATOR, Account.Terms.UNLIMITED);
    exchange.openAccount(OPERATOR + 1, Account.Terms.UNLIMITED);
    muted = false;
  }

  private static Account.Terms group(long group) {
    return new Account.Terms(false, Optional.empty(), Optional.of(group));
  }

  /** With positions, trades and levels. */
  Scene tellingAll() {
    market = true;
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

  /** Free and locked of the account, as {@code 99+1}. */
  String balance(String account, String asset) {
    Account held = account(account);
    return text(held.freeE8(asset)) + "+" + text(held.lockedE8(asset));
  }

  Account account(String name) {
    return done(exchange.account(NAMES.indexOf(name)));
  }

  OrderView order(String account, String clientOrderId) {
    return done(
        exchange.order(NAMES.indexOf(account), SYMBOL, new OrderRef.ByClientId(clientOrderId)));
  }

  static <T> T done(Result<T> result) {
    return switch (result) {
      case Result.Done<T>(T value) -> value;
      case Result.Refused<T>(Refusal reason) -> throw new AssertionError(reason);
    };
  }

  static long e8(String text) {
    return FixedPoint.parse(text, 8, RoundingMode.UNNECESSARY);
  }

  static String text(long valueE8) {
    return FixedPoint.format(valueE8, 8);
  }

  private void run(String command) {
    String[] words = command.split(" +");
    Result<?> result =
        switch (words[0]) {
          case "last" -> last(words[1]);
          case "minutes" -> {
            timeNs += Long.parseLong(words[1]) * 60_000_000_000L;
            yield exchange.listing(SYMBOL);
          }
          case "halt" -> exchange.setStatus(SYMBOL, ListingStatus.HALT);
          case "open" -> exchange.setStatus(SYMBOL, ListingStatus.TRADING);
          case "delist" -> exchange.delist(SYMBOL, timeNs);
          default -> ask(NAMES.indexOf(words[0]), words, command);
        };
    timeNs++;
    if (result instanceof Result.Refused<?>(Refusal reason)) {
      told.add("refused " + name(reason));
    }
    exchange.checkInvariants();
  }

  private static String name(Refusal reason) {
    return switch (reason) {
      case Refusal.FilterFailure failure -> failure.filter().name();
      case RefusalReason plain -> plain.name();
    };
  }

  private Result<?> last(String price) {
    muted = true;
    String id = "last" + trades++;
    exchange.place(OPERATOR, parse(("sell " + id + " 1@" + price).split(" ")), timeNs);
    muted = false;
    Result<?> result =
        exchange.place(
            OPERATOR + 1, parse(("buy " + id + " 1@" + price + " ioc").split(" ")), timeNs);
    told.removeIf(it -> it.startsWith("last"));
    return result;
  }

  private Result<?> ask(long id, String[] words, String command) {
    return switch (words[1]) {
      case "cancel" -> exchange.cancel(id, cancel(words, words[3]), timeNs);
      case "cancelall" -> exchange.cancelAll(id, SYMBOL, words[2], timeNs);
      case "cancellist" ->
          exchange.cancelList(
              id, new Command.CancelList(SYMBOL, new ListRef.ByClientId(words[2]), "c"), timeNs);
      case "amend" ->
          exchange.amendKeepPriority(
              id,
              new Command.Amend(SYMBOL, new OrderRef.ByClientId(words[2]), e8(words[3]), words[4]),
              timeNs);
      case "replace" -> replace(id, words);
      case "oco", "oto", "otoco" -> exchange.placeList(id, list(command.split(" *[|] *")), timeNs);
      case "test" -> exchange.test(id, parse(rest(words, 2)), timeNs);
      case "give" -> exchange.deposit(id, words[2], e8(words[3]), timeNs);
      case "take" -> exchange.withdraw(id, words[2], e8(words[3]), timeNs);
      default -> exchange.place(id, parse(rest(words, 1)), timeNs);
    };
  }

  private static Command.Cancel cancel(String[] words, String order) {
    Command.CancelRestriction restriction =
        words.length > 4
            ? Command.CancelRestriction.valueOf(words[4].toUpperCase(Locale.ROOT))
            : Command.CancelRestriction.NONE;
    return new Command.Cancel(SYMBOL, new OrderRef.ByClientId(order), words[2], restriction);
  }

  private Result<Answer.Replaced> replace(long id, String[] words) {
    Command.CancelReplaceMode mode =
        words[3].equals("go")
            ? Command.CancelReplaceMode.ALLOW_FAILURE
            : Command.CancelReplaceMode.STOP_ON_FAILURE;
    Result<Answer.Replaced> result =
        exchange.cancelReplace(
            id,
            new Command.CancelReplace(
                new Command.Cancel(SYMBOL, new OrderRef.ByClientId(words[2]), "c"),
                parse(rest(words, 4)),
                mode),
            timeNs);
    if (result instanceof Result.Done<Answer.Replaced>(Answer.Replaced replaced)) {
      told.add("cancel " + outcome(replaced.cancel()));
      told.add(
          switch (replaced.replacement()) {
            case Answer.Attempted attempted -> "new " + outcome(attempted.placed());
            case Answer.NotAttempted _ -> "new not attempted";
          });
    }
    return result;
  }

  private static String outcome(Result<?> result) {
    return switch (result) {
      case Result.Done<?> _ -> "done";
      case Result.Refused<?>(Refusal reason) -> name(reason);
    };
  }

  private static String[] rest(String[] words, int from) {
    return Arrays.copyOfRange(words, from, words.length);
  }

  private static NewOrderList list(String[] parts) {
    String[] head = parts[0].split(" +");
    List<NewOrder> orders = Arrays.stream(parts).skip(1).map(it -> parse(it.split(" +"))).toList();
    return switch (head[1]) {
      case "oco" -> new NewOrderList.Oco(head[2], orders.get(0), orders.get(1));
      case "oto" -> new NewOrderList.Oto(head[2], orders.get(0), orders.get(1));
      default -> new NewOrderList.Otoco(head[2], orders.get(0), orders.get(1), orders.get(2));
    };
  }

  static NewOrder parse(String[] words) {
    TreeMap<String, String> options = new TreeMap<>();
    for (String word : words) {
      int at = word.indexOf('=');
      options.put(at < 0 ? word : word.substring(0, at), at < 0 ? "" : word.substring(at + 1));
    }
    NewOrder order =
        new NewOrder(
            SYMBOL,
            words[1],
            Side.valueOf(words[0].toUpperCase(Locale.ROOT)),
            terms(words[2], options));
    String mode = options.get("stp");
    return mode == null
        ? order
        : order.withSelfTradeMode(SelfTradeMode.valueOf(mode.toUpperCase(Locale.ROOT)));
  }

  private static OrderTerms terms(String size, Map<String, String> options) {
    String quote = options.get("quote");
    if (quote != null) {
      return new OrderTerms.MarketByQuote(e8(quote));
    }
    String[] parts = size.split("@");
    long qty = e8(parts[0]);
    Optional<StopKind> kind =
        options.containsKey("profit")
            ? Optional.of(StopKind.TAKE_PROFIT)
            : options.containsKey("stop") || options.containsKey("trail")
                ? Optional.of(StopKind.STOP_LOSS)
                : Optional.empty();
    if (parts.length == 1) {
      return kind.<OrderTerms>map(it -> new OrderTerms.StopMarket(it, qty, condition(options)))
          .orElseGet(() -> new OrderTerms.Market(qty));
    }
    String show = options.get("show");
    OptionalLong iceberg = show == null ? OptionalLong.empty() : OptionalLong.of(e8(show));
    if (options.containsKey("maker")) {
      return new OrderTerms.LimitMaker(qty, price(parts[1], options), iceberg);
    }
    TimeInForce time =
        options.containsKey("ioc")
            ? TimeInForce.IOC
            : options.containsKey("fok") ? TimeInForce.FOK : TimeInForce.GTC;
    OrderTerms.Limit limit = new OrderTerms.Limit(qty, price(parts[1], options), time, iceberg);
    return kind.<OrderTerms>map(it -> new OrderTerms.StopLimit(it, limit, condition(options)))
        .orElse(limit);
  }

  private static LimitPrice price(String text, Map<String, String> options) {
    if (Character.isDigit(text.charAt(0))) {
      return new LimitPrice.Fixed(e8(text));
    }
    String[] peg = text.split("[+]");
    String named = options.get("named");
    return new LimitPrice.Pegged(
        new Peg(
            Peg.PriceType.valueOf(peg[0].toUpperCase(Locale.ROOT) + "_PEG"),
            peg.length < 2 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(peg[1]))),
        named == null ? OptionalLong.empty() : OptionalLong.of(e8(named)));
  }

  private static StopCondition condition(Map<String, String> options) {
    String price = options.getOrDefault("stop", "") + options.getOrDefault("profit", "");
    String trail = options.get("trail");
    return new StopCondition(
        price.isEmpty() ? OptionalLong.empty() : OptionalLong.of(e8(price)),
        trail == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(trail)));
  }

  @Override
  public void onExecution(ExecutionReport report) {
    OrderView order = report.order();
    names.put(order.orderId(), order.clientOrderId());
    String what =
        switch (report.execution()) {
          case Execution.Accepted _ ->
              order.status() == OrderStatus.PENDING_NEW
                  ? "pending"
                  : (order.isWorking() ? "new" : "waits") + pegged(order);
          case Execution.Traded(Fill fill, long _) ->
              text(fill.qtyE8())
                  + "@"
                  + text(fill.priceE8())
                  + (order.status() == OrderStatus.FILLED ? " filled" : "")
                  + (fill.feeE8() == 0 ? "" : " fee " + text(fill.feeE8()) + " " + fill.feeAsset());
          case Execution.Prevented _ ->
              "prevented "
                  + text(order.quantities().preventedE8())
                  + (order.status().isOpen() ? "" : " " + order.status());
          case Execution.Canceled(String by) -> "canceled by " + by;
          case Execution.Replaced(String was) ->
              "was " + was + " " + text(order.quantities().origE8());
          case Execution.Expired _ -> order.expiry().map(Enum::name).orElse("?");
        };
    tell(order.clientOrderId() + " " + what);
  }

  private static String pegged(OrderView order) {
    OptionalLong priceE8 = order.peggedPriceE8();
    return priceE8.isPresent() ? " at " + text(priceE8.getAsLong()) : "";
  }

  @Override
  public void onList(ListReport report) {
    tell(report.list().listClientOrderId() + " " + report.event());
  }

  @Override
  public void onPosition(AccountPosition position) {
    if (market) {
      StringBuilder text = new StringBuilder();
      text.append(NAMES.charAt((int) position.accountId()));
      position
          .balances()
          .forEach(it ->
              text.append(' ')
                  .append(it.asset())
                  .append(' ')
                  .append(text(it.freeE8()))
                  .append('+')
                  .append(text(it.lockedE8())));
      tell(text.toString());
    }
  }

  @Override
  public void onBalance(BalanceUpdate update) {
    tell("balance " + update.asset() + " " + text(update.deltaE8()));
  }

  @Override
  public void onTrade(MarketTrade trade) {
    if (market) {
      tell(
          "trade "
              + trade.tradeId()
              + " "
              + text(trade.qtyE8())
              + "@"
              + text(trade.priceE8())
              + (trade.parties().buyerIsMaker() ? " sold" : " bought"));
    }
  }

  @Override
  public void onLevel(LevelChange change) {
    if (market) {
      tell(
          "level "
              + change.updateId()
              + " "
              + change.side()
              + " "
              + text(change.qtyE8())
              + "@"
              + text(change.priceE8()));
    }
  }

  private void tell(String text) {
    if (!muted) {
      told.add(text);
    }
  }
}
