package io.tradewind.venues.binance.venue;

/** What futures say of orders, in the shapes of the venue's documentation. */
final class FuturesTexts {
  private FuturesTexts() {}

  /** Of an order in the book. */
  static String report(String name, int id, String execution, String status, String fill) {
    return ("{\"e\":\"ORDER_TRADE_UPDATE\",\"T\":1700000042000,\"E\":1700000042000,\"o\":{\"s\":\"BTCUSDT\","
            + "\"c\":\"%s\",\"S\":\"BUY\",\"o\":\"MARKET\",\"f\":\"GTC\",\"q\":\"1\",\"p\":\"0\","
            + "\"ap\":\"950\",\"sp\":\"0\",\"x\":\"%s\",\"X\":\"%s\",\"i\":%s,%s,\"z\":\"1\","
            + "\"L\":\"950\",\"N\":\"USDT\",\"n\":\"0.1\",\"T\":1700000042000,\"m\":false,"
            + "\"R\":true,\"rp\":\"0\"}}")
        .formatted(name, execution, status, id, fill);
  }

  static String fill(int tradeId, String qty) {
    return "\"l\":\"%s\",\"t\":%s".formatted(qty, tradeId);
  }

  /** An answer about a conditional order. */
  static String algo(String name, String status) {
    return ("{\"algoId\":7,\"clientAlgoId\":\"%s\",\"symbol\":\"BTCUSDT\",\"algoStatus\":\"%s\","
            + "\"actualOrderId\":\"\",\"updateTime\":1700000041000}")
        .formatted(name, status);
  }

  /** An answer about an order in the book. */
  static String order(String name, int id, String status) {
    return ("{\"symbol\":\"BTCUSDT\",\"orderId\":%s,\"clientOrderId\":\"%s\",\"updateTime\":"
            + "1700000041000,\"origQty\":\"1\",\"executedQty\":\"0\",\"status\":\"%s\"}")
        .formatted(id, name, status);
  }

  /** Of a conditional order; triggered it becomes number 99. */
  static String update(String name, String status) {
    return ("{\"e\":\"ALGO_UPDATE\",\"T\":1700000042000,\"E\":1700000042000,\"o\":{\"caid\":\"%s\","
            + "\"aid\":7,\"at\":\"CONDITIONAL\",\"o\":\"STOP_MARKET\",\"s\":\"BTCUSDT\",\"S\":\"SELL\","
            + "\"ps\":\"BOTH\",\"f\":\"GTC\",\"q\":\"1\",\"X\":\"%s\",\"ai\":\"%s\",\"tp\":\"950\"}}")
        .formatted(name, status, status.equals("TRIGGERED") ? "99" : "");
  }
}
