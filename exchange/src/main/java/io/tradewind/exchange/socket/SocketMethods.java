package io.tradewind.exchange.socket;

import java.util.Map;
import java.util.Optional;

/** Which endpoint a method of Binance's spot WebSocket API asks. */
final class SocketMethods {
  private static final Map<String, String> ENDPOINTS =
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
          Map.entry("userDataStream.stop", "DELETE userDataStream"));

  private SocketMethods() {}

  static Optional<String> endpoint(String method) {
    return Optional.ofNullable(ENDPOINTS.get(method));
  }
}
