package io.tradewind.simulation.exchange.spot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The orders of an account on a symbol, with its trades. Accounts of the exchange itself keep no
 * history.
 */
final class CustomerBook {
  private final boolean keepsHistory;
  private final TreeMap<Long, SpotOrder> open = new TreeMap<>();
  private final TreeMap<Long, SpotOrder> all = new TreeMap<>();
  private final TreeMap<String, SpotOrder> latestByClientId = new TreeMap<>();
  private final List<AccountTrade> trades = new ArrayList<>();
  private final List<PreventedMatch> prevented = new ArrayList<>();

  CustomerBook(boolean keepsHistory) {
    this.keepsHistory = keepsHistory;
  }

  void opened(SpotOrder order) {
    open.put(order.orderId, order);
    all.put(order.orderId, order);
    latestByClientId.put(order.order.clientOrderId(), order);
  }

  void renamed(SpotOrder order, String before) {
    latestByClientId.remove(before);
    latestByClientId.put(order.order.clientOrderId(), order);
  }

  void closed(SpotOrder order) {
    open.remove(order.orderId);
    if (!keepsHistory) {
      all.remove(order.orderId);
      latestByClientId.remove(order.order.clientOrderId());
    }
  }

  void traded(AccountTrade trade) {
    if (keepsHistory) {
      trades.add(trade);
    }
  }

  void prevented(PreventedMatch match) {
    if (keepsHistory) {
      prevented.add(match);
    }
  }

  /** By id. */
  Collection<SpotOrder> open() {
    return open.values();
  }

  /** By id. */
  List<SpotOrder> all() {
    return List.copyOf(all.values());
  }

  List<AccountTrade> trades() {
    return List.copyOf(trades);
  }

  List<PreventedMatch> prevented() {
    return List.copyOf(prevented);
  }

  boolean isTaken(String clientOrderId) {
    SpotOrder latest = latestByClientId.get(clientOrderId);
    return latest != null && latest.status.isOpen();
  }

  /** Open or not; an id that names no order, or two, is refused. */
  Result<SpotOrder> find(OrderRef ref) {
    Optional<SpotOrder> found =
        switch (ref) {
          case OrderRef.ById(long id) -> Optional.ofNullable(all.get(id));
          case OrderRef.ByClientId(String id) -> Optional.ofNullable(latestByClientId.get(id));
          case OrderRef.ByBoth(long id, String _) -> Optional.ofNullable(all.get(id));
        };
    if (found.isEmpty()) {
      return new Result.Refused<>(RefusalReason.NO_SUCH_ORDER);
    }
    SpotOrder order = found.get();
    return ref instanceof OrderRef.ByBoth(long _, String clientId)
            && !clientId.equals(order.order.clientOrderId())
        ? new Result.Refused<>(RefusalReason.IDS_DISAGREE)
        : new Result.Done<>(order);
  }

  /** As {@link #find}, of open orders only. */
  Result<SpotOrder> findOpen(OrderRef ref) {
    return switch (find(ref)) {
      case Result.Done<SpotOrder>(SpotOrder order) ->
          order.status.isOpen()
              ? new Result.Done<>(order)
              : new Result.Refused<>(RefusalReason.UNKNOWN_ORDER);
      case Result.Refused<SpotOrder>(Refusal reason) ->
          new Result.Refused<>(
              reason == RefusalReason.NO_SUCH_ORDER ? RefusalReason.UNKNOWN_ORDER : reason);
    };
  }
}
