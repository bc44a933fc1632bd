package io.tradewind.simulation.exchange.futures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The orders of an account on a symbol, with their trades and changes. Accounts of the exchange
 * itself keep no history.
 */
final class OrderLog {
  private final boolean keepsHistory;
  private final TreeMap<Long, FuturesOrder> open = new TreeMap<>();
  private final TreeMap<Long, FuturesOrder> reducing = new TreeMap<>();
  private final TreeMap<Long, FuturesOrder> all = new TreeMap<>();
  private final TreeMap<String, FuturesOrder> latestByClientId = new TreeMap<>();
  private final List<AccountTrade> trades = new ArrayList<>();
  private final List<Amendment> amendments = new ArrayList<>();

  OrderLog(boolean keepsHistory) {
    this.keepsHistory = keepsHistory;
  }

  void opened(FuturesOrder order) {
    open.put(order.orderId, order);
    if (order.order.reduceOnly()) {
      reducing.put(order.orderId, order);
    }
    all.put(order.orderId, order);
    latestByClientId.put(order.order.clientOrderId(), order);
  }

  void closed(FuturesOrder order) {
    open.remove(order.orderId);
    reducing.remove(order.orderId);
    if (!keepsHistory) {
      all.remove(order.orderId);
      latestByClientId.remove(order.order.clientOrderId());
    }
  }

  void add(AccountTrade trade) {
    if (keepsHistory) {
      trades.add(trade);
    }
  }

  void add(Amendment amendment) {
    if (keepsHistory) {
      amendments.add(amendment);
    }
  }

  /** By id. */
  List<FuturesOrder> open() {
    return List.copyOf(open.values());
  }

  /** Of those that are open the ones that may only reduce, by id. */
  List<FuturesOrder> reducing() {
    return List.copyOf(reducing.values());
  }

  int openCount() {
    return open.size();
  }

  /** By id. */
  List<FuturesOrder> all() {
    return List.copyOf(all.values());
  }

  List<AccountTrade> trades() {
    return List.copyOf(trades);
  }

  List<Amendment> amendments() {
    return List.copyOf(amendments);
  }

  boolean isTaken(String clientOrderId) {
    FuturesOrder latest = latestByClientId.get(clientOrderId);
    return latest != null && latest.status.isOpen();
  }

  /** Open or not. */
  Result<FuturesOrder> find(OrderRef ref) {
    Optional<FuturesOrder> found =
        switch (ref) {
          case OrderRef.ById(long id) -> Optional.ofNullable(all.get(id));
          case OrderRef.ByClientId(String id) -> Optional.ofNullable(latestByClientId.get(id));
        };
    return found
        .<Result<FuturesOrder>>map(Result.Done::new)
        .orElseGet(() -> new Result.Refused<>(RefusalReason.NO_SUCH_ORDER));
  }

  /** As {@link #find}, of open orders only. */
  Result<FuturesOrder> findOpen(OrderRef ref) {
    return find(ref) instanceof Result.Done<FuturesOrder>(FuturesOrder order)
            && order.status.isOpen()
        ? new Result.Done<>(order)
        : new Result.Refused<>(RefusalReason.UNKNOWN_ORDER);
  }
}
