package io.tradewind.simulation.exchange.spot;

import io.tradewind.analytics.check.Check;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.Ledger;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A spot exchange with the rules of Binance's: accounts, listings, orders and lists of orders. A
 * function of its calls and their times, which never go back; whoever speaks to the world has clock
 * and wire. What is asked for either comes about, and the listener hears of it before the call
 * returns, or is refused and has changed nothing.
 */
public final class SpotExchange {
  private final SpotListener listener;
  private final List<Filter.MaxOpen> exchangeFilters;
  private final Ledger ledger = new Ledger();
  private final TreeMap<Long, Customer> customers = new TreeMap<>();
  private final TreeMap<String, SpotMarket> markets = new TreeMap<>();
  private long lastOrderId;
  private long lastListId;
  private long nowNs;

  /**
   * Without accounts and listings.
   *
   * @param exchangeFilters what an account may have open on all symbols
   */
  public SpotExchange(SpotListener listener, List<Filter.MaxOpen> exchangeFilters) {
    this.listener = listener;
    this.exchangeFilters = List.copyOf(exchangeFilters);
    Check.argument(
        exchangeFilters.stream().allMatch(it -> it.scope() == Filter.Scope.EXCHANGE),
        "the exchange's own filters are of its scope, were %s",
        exchangeFilters);
  }

  // What the operator does.

  /** An account under a number that no other has, at least 0. */
  public void openAccount(long accountId, Account.Terms terms) {
    customers.put(accountId, new Customer(ledger.open(accountId, terms)));
  }

  /** A symbol that is not listed yet. */
  public void list(Listing listing) {
    Check.argument(
        !markets.containsKey(listing.symbol()), "%s is listed already", listing.symbol());
    markets.put(listing.symbol(), new SpotMarket(listing, ledger, listener));
  }

  /** Halts a symbol or takes up its trade again; open orders stay. */
  public Result<Listing> setStatus(String symbol, ListingStatus status) {
    return market(symbol)
        .then(market -> {
          market.listing = market.listing.withStatus(status);
          return new Result.Done<>(market.listing);
        });
  }

  /** Ends a symbol for good: open orders expire. What happened there can still be asked. */
  public Result<List<OrderView>> delist(String symbol, long timeNs) {
    return market(symbol)
        .then(market -> {
          begin(market, timeNs);
          market.listing = market.listing.withStatus(ListingStatus.BREAK);
          market.delisted = true;
          List<SpotOrder> open = market.open();
          open.stream()
              .filter(order -> order.status.isOpen())
              .forEach(order -> market.expire(order, ExpiryReason.EXCHANGE_CANCELED));
          publish(timeNs);
          return new Result.Done<>(open.stream().map(SpotOrder::view).toList());
        });
  }

  /** Money from outside, more than 0. */
  public Result<Account> deposit(long accountId, String asset, long amountE8, long timeNs) {
    advance(timeNs);
    return customer(accountId)
        .then(customer -> {
          if (!ledger.deposit(customer.account, asset, amountE8)) {
            return new Result.Refused<>(RefusalReason.AMOUNT_OVERFLOW);
          }
          listener.onBalance(new BalanceUpdate(accountId, timeNs, asset, amountE8));
          publish(timeNs);
          return new Result.Done<>(customer.account);
        });
  }

  /** Money to outside, more than 0, out of what is free. */
  public Result<Account> withdraw(long accountId, String asset, long amountE8, long timeNs) {
    advance(timeNs);
    return customer(accountId)
        .then(customer -> {
          if (!ledger.withdraw(customer.account, asset, amountE8)) {
            return new Result.Refused<>(RefusalReason.INSUFFICIENT_BALANCE);
          }
          listener.onBalance(new BalanceUpdate(accountId, timeNs, asset, -amountE8));
          publish(timeNs);
          return new Result.Done<>(customer.account);
        });
  }

  // What accounts do.

  /** Places an order. */
  public Result<Answer.Placed> place(long accountId, NewOrder order, long timeNs) {
    return act(accountId, order.symbol(), timeNs, desk -> desk.place(order));
  }

  /** Whether an order would pass what is asked of it before book and balance are looked at. */
  public Result<SelfTradeMode> test(long accountId, NewOrder order, long timeNs) {
    return act(accountId, order.symbol(), timeNs, desk -> desk.test(order));
  }

  /** Takes an order out, with its list. */
  public Result<Answer.Canceled> cancel(long accountId, Command.Cancel command, long timeNs) {
    return act(accountId, command.symbol(), timeNs, desk -> desk.cancel(command));
  }

  /** Takes out all that an account has open on a symbol. */
  public Result<List<Answer.Canceled>> cancelAll(
      long accountId, String symbol, String cancelClientOrderId, long timeNs) {
    return act(accountId, symbol, timeNs, desk -> desk.cancelAll(cancelClientOrderId));
  }

  /**
   * Takes an order out and places another. Refused as a whole if the other fails a filter; what
   * else may go wrong is told of each half.
   */
  public Result<Answer.Replaced> cancelReplace(
      long accountId, Command.CancelReplace command, long timeNs) {
    Check.argument(
        command.cancel().symbol().equals(command.order().symbol()),
        "an order is replaced on its own symbol, was %s",
        command.order().symbol());
    return act(accountId, command.order().symbol(), timeNs, desk -> desk.cancelReplace(command));
  }

  /** Makes an order smaller where it stands. */
  public Result<Answer.Amended> amendKeepPriority(
      long accountId, Command.Amend command, long timeNs) {
    return act(accountId, command.symbol(), timeNs, desk -> desk.amend(command));
  }

  /** Places a list of orders, all or none. */
  public Result<Answer.ListPlaced> placeList(long accountId, NewOrderList list, long timeNs) {
    return act(accountId, list.symbol(), timeNs, desk -> desk.placeList(list));
  }

  /** Takes a list out. */
  public Result<Answer.ListCanceled> cancelList(
      long accountId, Command.CancelList command, long timeNs) {
    return act(accountId, command.symbol(), timeNs, desk -> desk.cancelList(command));
  }

  private <T> Result<T> act(
      long accountId, String symbol, long timeNs, Function<TradeDesk, Result<T>> action) {
    return customer(accountId)
        .then(customer ->
            market(symbol)
                .then(market -> {
                  begin(market, timeNs);
                  Result<T> result = action.apply(new TradeDesk(this, market, customer));
                  publish(timeNs);
                  return result;
                }));
  }

  private void begin(SpotMarket market, long timeNs) {
    advance(timeNs);
    market.begin(timeNs);
  }

  private void advance(long timeNs) {
    Check.argument(timeNs >= nowNs, "time must not go back, was %s", timeNs);
    nowNs = timeNs;
  }

  /** Once after all reports: what each account that was touched has now. */
  private void publish(long timeNs) {
    for (Ledger.Touched touched : ledger.drainTouched()) {
      listener.onPosition(new AccountPosition(touched.accountId(), timeNs, touched.balances()));
    }
  }

  List<Filter.MaxOpen> exchangeFilters() {
    return exchangeFilters;
  }

  /** The id of the next order that is taken; the calls that follow get those after it. */
  long nextOrderId() {
    return ++lastOrderId;
  }

  /** As {@link #nextOrderId}, for what was refused after all. */
  void giveBackOrderIds(int count) {
    lastOrderId -= count;
  }

  long nextListId() {
    return ++lastListId;
  }

  void giveBackListId() {
    lastListId--;
  }

  // What can be asked.

  /** An order, open or not. */
  public Result<OrderView> order(long accountId, String symbol, OrderRef ref) {
    return bookOf(accountId, symbol)
        .then(book -> book.find(ref))
        .then(order -> new Result.Done<>(order.view()));
  }

  /** Open orders of an account on a symbol, by id. */
  public Result<List<OrderView>> openOrders(long accountId, String symbol) {
    return bookOf(accountId, symbol)
        .then(book -> new Result.Done<>(book.open().stream().map(SpotOrder::view).toList()));
  }

  /** Open orders of an account on all symbols, by id. */
  public Result<List<OrderView>> openOrders(long accountId) {
    return customer(accountId)
        .then(it -> new Result.Done<>(it.openOrders().stream().map(SpotOrder::view).toList()));
  }

  /** All orders of an account on a symbol, by id. */
  public Result<List<OrderView>> allOrders(long accountId, String symbol) {
    return bookOf(accountId, symbol)
        .then(book -> new Result.Done<>(book.all().stream().map(SpotOrder::view).toList()));
  }

  /** All trades of an account on a symbol, by id. */
  public Result<List<AccountTrade>> trades(long accountId, String symbol) {
    return bookOf(accountId, symbol).then(book -> new Result.Done<>(book.trades()));
  }

  /** All matches of an account on a symbol that were prevented, by id. */
  public Result<List<PreventedMatch>> preventedMatches(long accountId, String symbol) {
    return bookOf(accountId, symbol).then(book -> new Result.Done<>(book.prevented()));
  }

  /** A list, open or not. */
  public Result<OrderListView> orderList(long accountId, ListRef ref) {
    return customer(accountId)
        .then(it -> it.findList(ref))
        .then(list -> new Result.Done<>(list.view()));
  }

  /** All lists of an account, by id. */
  public Result<List<OrderListView>> orderLists(long accountId) {
    return customer(accountId)
        .then(it -> new Result.Done<>(it.lists().stream().map(SpotList::view).toList()));
  }

  /** Open lists of an account, by id. */
  public Result<List<OrderListView>> openOrderLists(long accountId) {
    return customer(accountId)
        .then(it -> new Result.Done<>(it.openLists().stream().map(SpotList::view).toList()));
  }

  /** Balances, terms and number of an account; it changes as the exchange goes on. */
  public Result<Account> account(long accountId) {
    return customer(accountId).then(it -> new Result.Done<>(it.account));
  }

  /** A symbol with its rules, also one that is delisted. */
  public Result<Listing> listing(String symbol) {
    return anyMarket(symbol).then(it -> new Result.Done<>(it.listing));
  }

  /** All symbols, those that are delisted left out, by name. */
  public List<Listing> listings() {
    return markets.values().stream().filter(it -> !it.delisted).map(it -> it.listing).toList();
  }

  /**
   * The book as the world sees it, and the id of its last change.
   *
   * @param levels at most so many of each side
   */
  public Result<Depth> depth(String symbol, int levels) {
    return anyMarket(symbol)
        .then(it -> new Result.Done<>(Depth.of(it.book, it.lastUpdateId(), levels)));
  }

  /** What was taken in fees of an asset. */
  public long feesE8(String asset) {
    return ledger.feesE8(asset);
  }

  /** Throws {@link IllegalStateException} if anything contradicts itself. */
  public void checkInvariants() {
    ledger.checkInvariants();
    markets.values().forEach(SpotMarket::checkInvariants);
    for (Customer customer : customers.values()) {
      customer.lists().forEach(SpotList::checkInvariants);
    }
  }

  private Result<Customer> customer(long accountId) {
    return found(customers.get(accountId), RefusalReason.UNKNOWN_ACCOUNT);
  }

  private Result<SpotMarket> anyMarket(String symbol) {
    return found(markets.get(symbol), RefusalReason.UNKNOWN_SYMBOL);
  }

  private Result<SpotMarket> market(String symbol) {
    return anyMarket(symbol)
        .then(it ->
            it.delisted
                ? new Result.Refused<>(RefusalReason.UNKNOWN_SYMBOL)
                : new Result.Done<>(it));
  }

  private Result<CustomerBook> bookOf(long accountId, String symbol) {
    return customer(accountId)
        .then(customer -> anyMarket(symbol).then(_ -> new Result.Done<>(customer.book(symbol))));
  }

  private static <T> Result<T> found(@Nullable T value, Refusal missing) {
    return Optional.ofNullable(value)
        .<Result<T>>map(Result.Done::new)
        .orElseGet(() -> new Result.Refused<>(missing));
  }
}
