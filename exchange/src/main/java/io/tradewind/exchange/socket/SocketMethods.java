package io.tradewind.exchange.socket;

import java.util.Map;
import java.util.Optional;

/** Which endpoints the methods of Binance's WebSocket API ask. */
public final class SocketMethods {
  /** On spot; the version before a method says nothing. */
  public static final SocketMethods SPOT =
      new SocketMethods(
          Map.ofEntries(
              Map.entry("ping", "GET ping"),
              Map.entry("time", "GET time"),
              Map.entry("exchangeInfo", "GET exchangeInfo"),
              Map.entry("depth", "GET depth"),
              Map.entry("trades.recent", "GET trades"),
              Map.entry("trades.historical", "GET historicalTrades"),
              Map.entry("trades.aggregate", "GET aggTrades"),
              Map.entry("klines", "GET klines"),
              Map.entry("uiKlines", "GET uiKlines"),
              Map.entry("avgPrice", "GET avgPrice"),
              Map.entry("ticker.24hr", "GET ticker/24hr"),
              Map.entry("ticker.tradingDay", "GET ticker/tradingDay"),
              Map.entry("ticker", "GET ticker"),
              Map.entry("ticker.price", "GET ticker/price"),
              Map.entry("ticker.book", "GET ticker/bookTicker"),
              Map.entry("order.place", "POST order"),
              Map.entry("order.test", "POST order/test"),
              Map.entry("order.status", "GET order"),
              Map.entry("order.cancel", "DELETE order"),
              Map.entry("order.cancelReplace", "POST order/cancelReplace"),
              Map.entry("order.amend.keepPriority", "PUT order/amend/keepPriority"),
              Map.entry("openOrders.status", "GET openOrders"),
              Map.entry("openOrders.cancelAll", "DELETE openOrders"),
              Map.entry("allOrders", "GET allOrders"),
              Map.entry("orderList.place", "POST order/oco"),
              Map.entry("orderList.place.oco", "POST orderList/oco"),
              Map.entry("orderList.place.oto", "POST orderList/oto"),
              Map.entry("orderList.place.otoco", "POST orderList/otoco"),
              Map.entry("orderList.status", "GET orderList"),
              Map.entry("orderList.cancel", "DELETE orderList"),
              Map.entry("openOrderLists.status", "GET openOrderList"),
              Map.entry("allOrderLists", "GET allOrderList"),
              Map.entry("account.status", "GET account"),
              Map.entry("account.commission", "GET account/commission"),
              Map.entry("account.rateLimits.orders", "GET rateLimit/order"),
              Map.entry("myTrades", "GET myTrades"),
              Map.entry("myPreventedMatches", "GET myPreventedMatches"),
              Map.entry("userDataStream.start", "POST userDataStream"),
              Map.entry("userDataStream.ping", "PUT userDataStream"),
              Map.entry("userDataStream.stop", "DELETE userDataStream")));

  /** On USD-M futures. */
  public static final SocketMethods FUTURES =
      new SocketMethods(
          Map.ofEntries(
              Map.entry("order.place", "POST v1/order"),
              Map.entry("order.modify", "PUT v1/order"),
              Map.entry("order.cancel", "DELETE v1/order"),
              Map.entry("order.status", "GET v1/order"),
              Map.entry("algoOrder.place", "POST v1/algoOrder"),
              Map.entry("algoOrder.cancel", "DELETE v1/algoOrder"),
              Map.entry("account.status", "GET v2/account"),
              Map.entry("v2/account.status", "GET v3/account"),
              Map.entry("account.balance", "GET v2/balance"),
              Map.entry("v2/account.balance", "GET v3/balance"),
              Map.entry("account.position", "GET v2/positionRisk"),
              Map.entry("v2/account.position", "GET v3/positionRisk"),
              Map.entry("depth", "GET v1/depth"),
              Map.entry("ticker.price", "GET v2/ticker/price"),
              Map.entry("ticker.book", "GET v1/ticker/bookTicker"),
              Map.entry("userDataStream.start", "POST v1/listenKey"),
              Map.entry("userDataStream.ping", "PUT v1/listenKey"),
              Map.entry("userDataStream.stop", "DELETE v1/listenKey")));

  private final Map<String, String> endpoints;

  private SocketMethods(Map<String, String> endpoints) {
    this.endpoints = endpoints;
  }

  /** By its method as it was sent, or else without the version before it. */
  Optional<String> endpoint(String method) {
    return Optional.ofNullable(endpoints.get(method))
        .or(() -> Optional.ofNullable(endpoints.get(method.replaceFirst("^v[0-9]/", ""))));
  }
}
