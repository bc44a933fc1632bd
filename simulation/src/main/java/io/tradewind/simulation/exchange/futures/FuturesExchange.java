package io.tradewind.simulation.exchange.futures;

import io.tradewind.analytics.check.Check;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.ListingStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A futures exchange with the rules of Binance's USD-M contracts, in one-way mode: accounts,
 * perpetual contracts, orders, conditional orders, margin, funding, liquidation. A function of its
 * calls and their times, which never go back; whoever speaks to the world has clock and wire. What
 * is asked for either comes about, and the listener hears of it before the call returns, or is
 * refused and has changed nothing but what the time itself brought.
 */
public final class FuturesExchange {
  private final FuturesListener listener;
  private final Clearing clearing;
  private final OrderDesk orders;
  private final AlgoDesk algos;
  private final MarginDesk margins;
  private final Liquidator liquidator;
  private final TreeMap<String, FuturesMarket> markets = new TreeMap<>();
  private final Deadlines deadlines = new Deadlines();

  /**
   * Without accounts and listings.
   *
   * @param insuranceFundId the account that takes over what liquidations leave; it is unlimited,
   *     and may trade as any other
   */
  public FuturesExchange(FuturesListener listener, long insuranceFundId) {
    this.listener = listener;
    this.clearing = new Clearing(listener, insuranceFundId);
    this.orders = new OrderDesk(listener, deadlines);
    this.algos = new AlgoDesk(listener, orders);
    this.margins = new MarginDesk(clearing, listener);
    this.liquidator = new Liquidator(clearing, orders, listener);
  }

  // What the operator does.

  /** An account under a number that no other has, at least 0. Of its wallets nobody is told. */
  public void openAccount(long accountId, Account.Terms terms) {
    clearing.open(accountId, terms);
  }

  /** A symbol that is not listed yet, with the price to begin with. */
  public void list(FuturesListing listing, long markE8) {
    Check.argument(
        !markets.containsKey(listing.symbol()), "%s is listed already", listing.symbol());
    Check.argument(markE8 > 0, "markE8 must be > 0, was %s", markE8);
    markets.put(listing.symbol(), new FuturesMarket(listing, clearing, listener, markE8));
  }

  /**
   * Halts a symbol or takes up its trade again; open orders stay. One that is delisted stays so.
   */
  public Result<FuturesListing> setStatus(String symbol, ListingStatus status) {
    return market(symbol)
        .then(market -> {
          if (!market.delisted) {
            market.listing = market.listing.withStatus(status);
          }
          return new Result.Done<>(market.listing);
        });
  }

  /**
   * Ends a symbol for good: open orders, those that wait for a price among them, expire, and all
   * positions are closed at the mark. What happened there can still be asked.
   */
  public Result<FuturesListing> delist(String symbol, long timeNs) {
    advance(timeNs);
    return market(symbol)
        .then(market -> {
          if (!market.delisted) {
            market.delist();
            clearing.accounts().forEach(account -> algos.expireAll(account, market));
            market.holders().forEach(orders::settle);
            settle();
          }
          return new Result.Done<>(market.listing);
        });
  }

  /** Money from outside, more than 0. */
  public Result<AssetView> deposit(long accountId, String asset, long amountE8, long timeNs) {
    Check.argument(amountE8 > 0, "amountE8 must be > 0, was %s", amountE8);
    advance(timeNs);
    return account(accountId)
        .then(account -> {
          if (!clearing.transfer(account, asset, amountE8)) {
            return new Result.Refused<>(RefusalReason.AMOUNT_OVERFLOW);
          }
          clearing.publish(AccountUpdate.Reason.DEPOSIT);
          settle();
          return new Result.Done<>(account.asset(asset));
        });
  }

  /** Money to outside, more than 0, out of what no position or order needs. */
  public Result<AssetView> withdraw(long accountId, String asset, long amountE8, long timeNs) {
    Check.argument(amountE8 > 0, "amountE8 must be > 0, was %s", amountE8);
    advance(timeNs);
    return account(accountId)
        .then(account -> {
          if (account.cross(asset).maxWithdrawE8() < amountE8) {
            return new Result.Refused<>(RefusalReason.BALANCE_INSUFFICIENT);
          }
          clearing.transfer(account, asset, -amountE8);
          clearing.publish(AccountUpdate.Reason.WITHDRAW);
          settle();
          return new Result.Done<>(account.asset(asset));
        });
  }

  /** Mark and index price are others now. Triggers what waits for the mark, and liquidates. */
  public Result<MarketPrices> onMark(String symbol, long markE8, long indexE8, long timeNs) {
    Check.argument(
        markE8 > 0 && indexE8 > 0, "prices must be > 0, were %s and %s", markE8, indexE8);
    advance(timeNs);
    return market(symbol)
        .then(market -> {
          market.onMark(markE8, indexE8);
          settle();
          return new Result.Done<>(market.prices());
        });
  }

  /**
   * The index is another now. The mark follows it and the book, and at the end of a funding
   * interval longs and shorts settle what they stood apart.
   */
  public Result<MarketPrices> onIndex(String symbol, long indexE8, long timeNs) {
    Check.argument(indexE8 > 0, "indexE8 must be > 0, was %s", indexE8);
    advance(timeNs);
    return market(symbol)
        .then(market -> {
          if (market.isFundingDue()) {
            margins.fund(market, market.funding().rateE8());
            settle();
          }
          market.onIndex(indexE8);
          settle();
          return new Result.Done<>(market.prices());
        });
  }

  /** Longs pay shorts this share of their notional, or receive it if negative. */
  public Result<MarketPrices> fund(String symbol, long rateE8, long timeNs) {
    advance(timeNs);
    return market(symbol)
        .then(market -> {
          margins.fund(market, rateE8);
          settle();
          return new Result.Done<>(market.prices());
        });
  }

  /** Time has come to this: what ends by then ends, each at its own time. */
  public void advance(long timeNs) {
    Optional<Deadlines.Deadline> due = deadlines.next(timeNs);
    while (due.isPresent()) {
      clearing.advance(due.get().timeNs());
      end(due.get());
      settle();
      due = deadlines.next(timeNs);
    }
    clearing.advance(timeNs);
  }

  private void end(Deadlines.Deadline due) {
    FuturesAccount account = clearing.account(due.accountId());
    FuturesMarket market = markets.get(due.symbol());
    if (account == null || market == null) {
      return;
    }
    if (due.orderId().isPresent()) {
      market
          .find(due.orderId().getAsLong())
          .ifPresent(it -> market.expire(it, ExpiryReason.GOOD_TILL_DATE));
    } else if (account.countdownsNs.remove(due.symbol(), due.timeNs())) {
      orders.cancelAll(account.position(market));
    }
  }

  // What accounts do.

  /** Places an order. */
  public Result<OrderView> place(long accountId, NewOrder order, long timeNs) {
    return act(accountId, order.symbol(), timeNs, position -> orders.place(position, order));
  }

  /** Why an order would be refused now; empty if it would be taken. */
  public Result<Optional<RefusalReason>> test(long accountId, NewOrder order, long timeNs) {
    return act(
        accountId,
        order.symbol(),
        timeNs,
        position -> new Result.Done<>(orders.test(position, order)));
  }

  /** Takes an order out. */
  public Result<OrderView> cancel(long accountId, String symbol, OrderRef order, long timeNs) {
    return act(accountId, symbol, timeNs, position -> orders.cancel(position, order));
  }

  /** Takes out all open orders of an account on a symbol, conditional ones aside. */
  public Result<List<OrderView>> cancelAll(long accountId, String symbol, long timeNs) {
    return act(accountId, symbol, timeNs, orders::cancelAll);
  }

  /** Another price and quantity of a limit order. */
  public record Modify(String symbol, OrderRef order, long qtyE8, long priceE8) {}

  /** Gives a limit order another price or quantity; it goes to the end of the queue. */
  public Result<OrderView> modify(long accountId, Modify command, long timeNs) {
    return act(
        accountId,
        command.symbol,
        timeNs,
        position -> orders.modify(position, command.order, command.qtyE8, command.priceE8));
  }

  /** Places a conditional order. */
  public Result<AlgoView> placeAlgo(long accountId, NewAlgoOrder order, long timeNs) {
    return act(accountId, order.symbol(), timeNs, position -> algos.place(position, order));
  }

  /** Takes a conditional order out that waits. */
  public Result<AlgoView> cancelAlgo(long accountId, AlgoRef order, long timeNs) {
    advance(timeNs);
    return account(accountId).then(account -> algos.cancel(account, order));
  }

  /** Takes out all that wait of an account on a symbol. */
  public Result<List<AlgoView>> cancelAllAlgos(long accountId, String symbol, long timeNs) {
    return act(accountId, symbol, timeNs, algos::cancelAll);
  }

  /** Cancels all open orders of a symbol at a time, unless it is set anew; empty: not at all. */
  public Result<OptionalLong> countdown(
      long accountId, String symbol, OptionalLong atNs, long timeNs) {
    return act(
        accountId,
        symbol,
        timeNs,
        position -> {
          position.account.countdownsNs.remove(symbol);
          atNs.ifPresent(at -> {
            position.account.countdownsNs.put(symbol, at);
            deadlines.add(position, at);
          });
          return new Result.Done<>(atNs);
        });
  }

  /** Sets the leverage of a symbol. */
  public Result<PositionView> setLeverage(
      long accountId, String symbol, int leverage, long timeNs) {
    return act(accountId, symbol, timeNs, it -> margins.setLeverage(it, leverage));
  }

  /** Sets what stands behind positions of a symbol. */
  public Result<PositionView> setMarginType(
      long accountId, String symbol, MarginType type, long timeNs) {
    return act(accountId, symbol, timeNs, it -> margins.setMarginType(it, type));
  }

  /** Puts more behind an isolated position, or takes some of it out if negative; not 0. */
  public Result<PositionView> moveMargin(
      long accountId, String symbol, long amountE8, long timeNs) {
    Check.argument(amountE8 != 0, "amountE8 must not be 0, was %s", amountE8);
    return act(accountId, symbol, timeNs, it -> margins.moveMargin(it, amountE8));
  }

  /** One-way mode is the only one. */
  public Result<Boolean> setHedgeMode(long accountId, boolean hedge, long timeNs) {
    advance(timeNs);
    return account(accountId)
        .then(_ ->
            new Result.Refused<>(
                hedge
                    ? RefusalReason.HEDGE_MODE_NOT_SUPPORTED
                    : RefusalReason.POSITION_MODE_UNCHANGED));
  }

  private <T> Result<T> act(
      long accountId, String symbol, long timeNs, Function<Position, Result<T>> action) {
    advance(timeNs);
    return position(accountId, symbol)
        .then(position -> {
          Result<T> result = action.apply(position);
          settle();
          return result;
        });
  }

  /**
   * What a command has set off, until there is nothing left: orders that have nothing to reduce any
   * more, then conditional orders, then liquidations.
   */
  private void settle() {
    boolean again = true;
    while (again) {
      again = false;
      for (FuturesMarket market : markets.values()) {
        again |= tidy(market) || algos.fireNext(market, clearing);
      }
      again = again || liquidator.checkNext();
    }
    clearing.publish(AccountUpdate.Reason.ORDER);
  }

  /** Orders that may only reduce end where there is nothing to reduce. */
  private boolean tidy(FuturesMarket market) {
    Optional<FuturesAccount> changed = market.nextChanged().map(clearing::account);
    changed
        .map(it -> it.position(market))
        .ifPresent(position -> {
          for (FuturesOrder order : position.orders.reducing()) {
            if (position.closableE8(order.side()) == 0) {
              market.expire(order, ExpiryReason.REDUCE_ONLY);
            }
          }
          algos.onPosition(position);
        });
    return changed.isPresent();
  }

  // What can be asked.

  /** An order, open or not. */
  public Result<OrderView> order(long accountId, String symbol, OrderRef ref) {
    return position(accountId, symbol)
        .then(it -> it.orders.find(ref))
        .then(it -> new Result.Done<>(it.view()));
  }

  /** An open order. */
  public Result<OrderView> openOrder(long accountId, String symbol, OrderRef ref) {
    return position(accountId, symbol)
        .then(it -> it.orders.findOpen(ref))
        .then(it -> new Result.Done<>(it.view()));
  }

  /** Open orders of an account on a symbol, by id. */
  public Result<List<OrderView>> openOrders(long accountId, String symbol) {
    return position(accountId, symbol).then(it -> new Result.Done<>(views(it.orders.open())));
  }

  /** Open orders of an account on all symbols, by id. */
  public Result<List<OrderView>> openOrders(long accountId) {
    return account(accountId)
        .then(account ->
            new Result.Done<>(
                account.positions().stream()
                    .flatMap(it -> it.orders.open().stream())
                    .sorted((a, b) -> Long.compare(a.orderId, b.orderId))
                    .map(FuturesOrder::view)
                    .toList()));
  }

  /** All orders of an account on a symbol, by id. */
  public Result<List<OrderView>> allOrders(long accountId, String symbol) {
    return position(accountId, symbol).then(it -> new Result.Done<>(views(it.orders.all())));
  }

  private static List<OrderView> views(List<FuturesOrder> orders) {
    return orders.stream().map(FuturesOrder::view).toList();
  }

  /** All trades of an account on a symbol, by id. */
  public Result<List<AccountTrade>> trades(long accountId, String symbol) {
    return position(accountId, symbol).then(it -> new Result.Done<>(it.orders.trades()));
  }

  /** All changes of orders of an account on a symbol, the oldest first. */
  public Result<List<Amendment>> amendments(long accountId, String symbol) {
    return position(accountId, symbol).then(it -> new Result.Done<>(it.orders.amendments()));
  }

  /** A conditional order, open or not. */
  public Result<AlgoView> algo(long accountId, AlgoRef ref) {
    return account(accountId)
        .then(it -> found(it.findAlgo(ref).orElse(null), RefusalReason.NO_SUCH_ORDER))
        .then(it -> new Result.Done<>(it.view()));
  }

  /** Conditional orders of an account that wait, on all symbols, by id. */
  public Result<List<AlgoView>> openAlgos(long accountId) {
    return account(accountId).then(it -> new Result.Done<>(algoViews(it.openAlgos().stream())));
  }

  /** All conditional orders of an account on a symbol, by id. */
  public Result<List<AlgoView>> allAlgos(long accountId, String symbol) {
    return account(accountId)
        .then(it ->
            new Result.Done<>(
                algoViews(it.algos().stream().filter(algo -> algo.order.symbol().equals(symbol)))));
  }

  private static List<AlgoView> algoViews(Stream<AlgoOrder> algos) {
    return algos.map(AlgoOrder::view).toList();
  }

  /** The position of an account on a symbol, flat or not. */
  public Result<PositionView> positionOf(long accountId, String symbol) {
    return position(accountId, symbol).then(it -> new Result.Done<>(it.view()));
  }

  /** Positions of an account on all symbols that it ever touched, flat or not, by symbol. */
  public Result<List<PositionView>> positions(long accountId) {
    return account(accountId)
        .then(it -> new Result.Done<>(it.positions().stream().map(Position::view).toList()));
  }

  /** What an account has of an asset. */
  public Result<AssetView> asset(long accountId, String asset) {
    return account(accountId).then(it -> new Result.Done<>(it.asset(asset)));
  }

  /** What an account has of all assets, by name. */
  public Result<List<AssetView>> assets(long accountId) {
    return account(accountId)
        .then(it -> new Result.Done<>(it.assets().stream().map(it::asset).toList()));
  }

  /** What an account has earned and paid, the oldest first. */
  public Result<List<Income>> incomes(long accountId) {
    return account(accountId).then(it -> new Result.Done<>(it.incomes()));
  }

  /** What an account has put behind isolated positions, the oldest first. */
  public Result<List<MarginChange>> marginChanges(long accountId) {
    return account(accountId).then(it -> new Result.Done<>(it.marginChanges()));
  }

  /** A symbol with its rules. */
  public Result<FuturesListing> listing(String symbol) {
    return market(symbol).then(it -> new Result.Done<>(it.listing));
  }

  /** All symbols, by name. */
  public List<FuturesListing> listings() {
    return markets.values().stream().map(it -> it.listing).toList();
  }

  /** Mark, index and last price of a symbol. */
  public Result<MarketPrices> prices(String symbol) {
    return market(symbol).then(it -> new Result.Done<>(it.prices()));
  }

  /** How much all longs of a symbol hold. */
  public Result<Long> openInterestE8(String symbol) {
    return market(symbol).then(it -> new Result.Done<>(it.openInterestE8()));
  }

  /** What is known of a symbol's next funding. */
  public Result<FundingView> funding(String symbol) {
    return market(symbol).then(it -> new Result.Done<>(it.funding()));
  }

  /** The last 1000 fundings of a symbol, the oldest first. */
  public Result<List<FundingRate>> fundings(String symbol) {
    return market(symbol).then(it -> new Result.Done<>(it.fundings()));
  }

  /**
   * The book with retail price improvement, without those of its orders that are crossed; ids count
   * changes in the book and beside it.
   *
   * @param levels at most so many of each side
   */
  public Result<Depth> rpiDepth(String symbol, int levels) {
    return market(symbol)
        .then(it -> new Result.Done<>(Depth.withRpi(it.book, it.lastRpiUpdateId(), levels)));
  }

  /**
   * The book as the world sees it, and the id of its last change.
   *
   * @param levels at most so many of each side
   */
  public Result<Depth> depth(String symbol, int levels) {
    return market(symbol)
        .then(it -> new Result.Done<>(Depth.of(it.book, it.lastUpdateId(), levels)));
  }

  /** What was taken in commissions of an asset. */
  public long feesE8(String asset) {
    return clearing.feesE8(asset);
  }

  /** Throws {@link IllegalStateException} if anything contradicts itself. */
  public void checkInvariants() {
    clearing.checkInvariants();
    markets.values().forEach(FuturesMarket::checkInvariants);
  }

  private Result<FuturesAccount> account(long accountId) {
    return found(clearing.account(accountId), RefusalReason.UNKNOWN_ACCOUNT);
  }

  private Result<FuturesMarket> market(String symbol) {
    return found(markets.get(symbol), RefusalReason.UNKNOWN_SYMBOL);
  }

  private Result<Position> position(long accountId, String symbol) {
    return account(accountId)
        .then(
            account -> market(symbol).then(market -> new Result.Done<>(account.position(market))));
  }

  private static <T> Result<T> found(@Nullable T value, RefusalReason missing) {
    return Optional.ofNullable(value)
        .<Result<T>>map(Result.Done::new)
        .orElseGet(() -> new Result.Refused<>(missing));
  }
}
