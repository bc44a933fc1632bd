package io.tradewind.simulation.exchange.spot;

import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Filter.Counted;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An account with all its orders, lists and trades. */
final class Customer {
  final Account account;
  private final TreeMap<String, CustomerBook> books = new TreeMap<>();
  private final TreeMap<Long, SpotList> lists = new TreeMap<>();
  private final TreeMap<Long, SpotList> openLists = new TreeMap<>();

  Customer(Account account) {
    this.account = account;
  }

  CustomerBook book(String symbol) {
    return books.computeIfAbsent(symbol, _ -> new CustomerBook(!account.terms().unlimited()));
  }

  /** Of all symbols, by id. */
  List<SpotOrder> openOrders() {
    return books.values().stream()
        .flatMap(book -> book.open().stream())
        .sorted((a, b) -> Long.compare(a.orderId, b.orderId))
        .toList();
  }

  List<SpotList> lists() {
    return List.copyOf(lists.values());
  }

  List<SpotList> openLists() {
    return List.copyOf(openLists.values());
  }

  boolean isTaken(String listClientOrderId) {
    return openLists.values().stream()
        .anyMatch(it -> it.placed.listClientOrderId().equals(listClientOrderId));
  }

  /** Open or not; of several of one name the latest. */
  Result<SpotList> findList(ListRef ref) {
    Optional<SpotList> found =
        switch (ref) {
          case ListRef.ById(long id) -> Optional.ofNullable(lists.get(id));
          case ListRef.ByClientId(String id) ->
              lists.descendingMap().values().stream()
                  .filter(it -> it.placed.listClientOrderId().equals(id))
                  .findFirst();
        };
    return found
        .<Result<SpotList>>map(Result.Done::new)
        .orElseGet(() -> new Result.Refused<>(RefusalReason.NO_SUCH_LIST));
  }

  void opened(SpotList list) {
    lists.put(list.listId, list);
    openLists.put(list.listId, list);
  }

  void closed(SpotList list) {
    openLists.remove(list.listId);
    if (account.terms().unlimited()) {
      lists.remove(list.listId);
    }
  }

  /** How many are open on a symbol. */
  long count(Counted counted, String symbol) {
    return counted == Counted.ORDER_LISTS
        ? openLists.values().stream().filter(it -> it.placed.symbol().equals(symbol)).count()
        : count(counted, book(symbol).open().stream());
  }

  /** How many are open on all symbols. */
  long count(Counted counted) {
    return counted == Counted.ORDER_LISTS
        ? openLists.size()
        : count(counted, books.values().stream().flatMap(book -> book.open().stream()));
  }

  private static long count(Counted counted, Stream<SpotOrder> open) {
    return open.filter(order -> counts(counted, order.order)).count();
  }

  /** Whether a kind of order is one of those that are counted. */
  static boolean counts(Counted counted, NewOrder order) {
    return switch (counted) {
      case ORDERS -> true;
      case ALGO_ORDERS -> order.terms().type().isContingent();
      case ICEBERG_ORDERS -> order.terms().icebergQtyE8().isPresent();
      case ORDER_LISTS -> false;
    };
  }
}
