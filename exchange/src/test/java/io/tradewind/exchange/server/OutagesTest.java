package io.tradewind.exchange.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Maintenance, halts, delistings and sockets that are cut, as clients of spot and futures meet them
 * over real sockets.
 */
class OutagesTest {
  private static final String LIMIT =
      " symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=";
  private static final String BUY = " symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.01";

  private final FaultyExchange on = new FaultyExchange();

  @AfterEach
  void stop() {
    on.close();
  }

  private FaultyExchange.Heard userOfSpot() throws Exception {
    return on.listen("/ws/" + on.json("POST /api/v3/userDataStream").path("listenKey").asString());
  }

  private String futuresKey() throws Exception {
    return on.json("POST /fapi/v1/listenKey").path("listenKey").asString();
  }

  // Maintenance.

  @Test
  void inAMaintenanceFuturesAreDownAsSpotIs() throws Exception {
    FaultyExchange.Heard market = on.listen("/market/ws/btcusdt@aggTrade").known();
    FaultyExchange.Heard user = on.listen("/private/ws?listenKey=" + futuresKey()).known();
    FaultyExchange.Heard api = on.listen("/ws-fapi/v1").known();
    on.set("{\"maintenance\": true, \"shutdown-notice-ms\": 1500}");
    for (FaultyExchange.Heard each : List.of(market, user, api)) {
      assertThat(each.next("serverShutdown")).contains("\"e\":\"serverShutdown\",\"E\":");
      assertThat(each.hasEnded()).isFalse();
    }
    // Until then all goes on.
    assertThat(on.askFutures("POST v1/order" + LIMIT + "59000").statusCode()).isEqualTo(200);
    assertThat(user.next("ORDER_TRADE_UPDATE")).contains("\"X\":\"NEW\"");
    for (FaultyExchange.Heard each : List.of(market, user, api)) {
      assertThat(each.ended()).startsWith("closed 1001");
    }
    for (String asked :
        List.of("GET /fapi/v1/time", "GET /fapi/v1/depth?symbol=BTCUSDT", "POST /fapi/v1/order")) {
      assertThat(on.told(asked))
          .isEqualTo("503 {\"code\":-1016,\"msg\":\"This service is no longer available.\"}");
    }
    for (String path : List.of("/market/ws/btcusdt@aggTrade", "/ws-fapi/v1", "/ws-api/v3")) {
      assertThatThrownBy(() -> on.listen(path)).rootCause().hasMessageContaining("status code 503");
    }
    on.set("{\"maintenance\": false}");
    assertThat(on.askFutures("GET v1/openOrders symbol=BTCUSDT").body()).contains("\"59000");
    assertThat(on.listen("/market/ws/btcusdt@aggTrade").next("aggTrade")).isNotEmpty();
  }

  @Test
  void aMaintenanceThatIsAnnouncedAnewBeginsThen() throws Exception {
    FaultyExchange.Heard heard = on.listen("/ws/btcusdt@trade");
    on.set("{\"maintenance\": true, \"shutdown-notice-ms\": 300}");
    on.set("{\"maintenance\": false}");
    on.set("{\"maintenance\": true, \"shutdown-notice-ms\": 60000}");
    long beganNs = System.nanoTime();
    while (System.nanoTime() - beganNs < 600_000_000) {
      assertThat(heard.next("\"e\":\"trade\"")).isNotEmpty();
    }
    assertThat(heard.hasEnded()).isFalse();
    assertThat(on.ask("GET /api/v3/time").statusCode()).isEqualTo(200);
  }

  // Halts.

  @Test
  void inAHaltOrdersStayAndMayBeCancelledButNoneIsTaken() throws Exception {
    on.askSigned("POST order" + LIMIT + "20000&newClientOrderId=mine");
    on.askFutures("POST v1/order" + LIMIT + "59000&newClientOrderId=mine");
    FaultyExchange.Heard spot = userOfSpot().known();
    FaultyExchange.Heard futures = on.listen("/private/ws?listenKey=" + futuresKey()).known();
    on.set("{\"halted-symbols\": [\"BTCUSDT\"]}");
    assertThat(on.askSigned("POST order" + BUY).body())
        .isEqualTo("{\"code\":-1013,\"msg\":\"Market is closed.\"}");
    assertThat(on.askFutures("POST v1/order" + BUY).body())
        .isEqualTo("{\"code\":-4140,\"msg\":\"Invalid symbol status for opening position\"}");
    FaultyExchange.Heard api = on.listen("/ws-api/v3");
    api.say(
        FaultyExchange.method(
            "1",
            "order.place",
            Map.of("symbol", "BTCUSDT", "side", "BUY", "type", "MARKET", "quantity", "0.01")));
    assertThat(api.next("\"id\"")).contains("\"status\":400", "-1013", "Market is closed.");
    assertThat(on.told("GET /fapi/v1/exchangeInfo")).contains("\"TRADING_HALT\"");
    assertThat(on.askSigned("POST order" + BUY.replace("BTC", "ETH")).statusCode()).isEqualTo(200);
    // The book is still told, the other symbol still trades.
    assertThat(on.json("GET /api/v3/depth?symbol=BTCUSDT").path("bids").size()).isPositive();
    assertThat(on.json("GET /fapi/v1/depth?symbol=BTCUSDT").path("bids").size()).isPositive();
    assertThat(on.listen("/ws/ethusdt@trade").next("\"e\":\"trade\"")).isNotEmpty();

    String mine = "symbol=BTCUSDT&origClientOrderId=mine";
    assertThat(on.askSigned("DELETE order " + mine).body()).contains("\"CANCELED\"");
    assertThat(spot.next("\"CANCELED\"")).contains("executionReport", "\"C\":\"mine\"");
    assertThat(on.askFutures("DELETE v1/order " + mine).body()).contains("\"CANCELED\"");
    assertThat(futures.next("ORDER_TRADE_UPDATE")).contains("\"X\":\"CANCELED\"");
    on.set("{\"halted-symbols\": []}");
    assertThat(on.askSigned("POST order" + BUY).statusCode()).isEqualTo(200);
    assertThat(on.askFutures("POST v1/order" + BUY).statusCode()).isEqualTo(200);
  }

  @Test
  void inAHaltNothingTrades() throws Exception {
    on.set("{\"halted-symbols\": [\"BTCUSDT\"]}");
    FaultyExchange.Heard halted =
        on.listen("/stream?streams=btcusdt@trade/btcusdt@depth@100ms/ethusdt@trade");
    FaultyExchange.Heard contract = on.listen("/market/ws/btcusdt@aggTrade");
    for (int i = 0; i < 5; i++) {
      assertThat(halted.next("ethusdt@trade")).isNotEmpty();
    }
    assertThat(halted.texts).noneMatch(text -> text.contains("btcusdt@trade"));
    assertThat(contract.texts).isEmpty();
    on.set("{\"halted-symbols\": []}");
    assertThat(halted.next("btcusdt@trade")).isNotEmpty();
    assertThat(contract.next("aggTrade")).isNotEmpty();
  }

  // Delistings.

  @Test
  void aContractThatIsDelistedClosesPositionsAndIsGone() throws Exception {
    FaultyExchange.Heard user = on.listen("/private/ws?listenKey=" + futuresKey()).known();
    on.askSigned("POST order" + BUY);
    on.askFutures("POST v1/order" + BUY);
    on.askFutures("POST v1/order" + LIMIT + "59000&newClientOrderId=mine");
    assertThat(user.next("\"c\":\"mine\"")).contains("\"X\":\"NEW\"");
    on.set("{\"delisted-symbols\": [\"BTCUSDT\"]}");
    assertThat(user.next("\"c\":\"mine\"")).contains("\"X\":\"EXPIRED\"", "\"er\":\"7\"");
    assertThat(user.next("\"x\":\"TRADE\"")).contains("settlement_autoclose-", "\"n\":\"0.0000");
    assertThat(user.next("ACCOUNT_UPDATE")).contains("\"pa\":\"0.000");
    assertThat(on.askFutures("POST v1/order" + BUY).body())
        .isEqualTo("{\"code\":-4141,\"msg\":\"Symbol is closed.\"}");
    assertThat(on.askFutures("GET v3/positionRisk").body()).isEqualTo("[]");
    // What has been can still be asked for; nothing stands there any more.
    for (String root : List.of("/api/v3/", "/fapi/v1/")) {
      assertThat(on.told("GET " + root + "depth?symbol=BTCUSDT"))
          .contains("\"bids\":[],\"asks\":[]");
      assertThat(on.json("GET " + root + "trades?symbol=BTCUSDT").size()).isPositive();
    }
    assertThat(on.told("GET /api/v3/exchangeInfo")).doesNotContain("BTCUSDT");
    assertThat(on.told("GET /fapi/v1/exchangeInfo")).contains("\"status\":\"CLOSE\"");
    assertThat(on.askFutures("GET v1/allOrders symbol=BTCUSDT").body()).contains("\"mine\"");
  }

  // Sockets that are cut.

  @Test
  void whoseSocketIsCutComesBackAndAsksWhatHeMissed() throws Exception {
    String key = on.json("POST /api/v3/userDataStream").path("listenKey").asString();
    String ofFutures = futuresKey();
    FaultyExchange.Heard spot = on.listen("/ws/" + key).known();
    FaultyExchange.Heard futures = on.listen("/private/ws?listenKey=" + ofFutures).known();
    FaultyExchange.Heard api = on.listen("/ws-api/v3").known();
    assertThat(on.ask("POST /admin/sockets/cut").body()).contains("\"sockets\" : 3");
    for (FaultyExchange.Heard each : List.of(spot, futures, api)) {
      assertThat(each.ended()).isIn("broken", "closed 1006 ");
    }
    assertThat(on.askSigned("POST order" + LIMIT + "20000").statusCode()).isEqualTo(200);
    assertThat(on.askFutures("POST v1/order" + LIMIT + "59000").statusCode()).isEqualTo(200);

    FaultyExchange.Heard again = on.listen("/ws/" + key).known();
    FaultyExchange.Heard againOfFutures = on.listen("/private/ws?listenKey=" + ofFutures).known();
    on.askSigned("POST order" + LIMIT + "20001");
    on.askFutures("POST v1/order" + LIMIT + "59001");
    assertThat(again.next("executionReport")).contains("\"p\":\"20001");
    assertThat(againOfFutures.next("ORDER_TRADE_UPDATE")).contains("\"p\":\"59001");
    assertThat(json(on.askSigned("GET openOrders symbol=BTCUSDT").body()).size()).isEqualTo(2);
    assertThat(json(on.askFutures("GET v1/openOrders symbol=BTCUSDT").body()).size()).isEqualTo(2);
    assertThat(on.count("sockets-cut")).isEqualTo(3);
  }

  @Test
  void whatTheOperatorClosesSaysFarewell() throws Exception {
    FaultyExchange.Heard spot = on.listen("/ws/btcusdt@trade").known();
    FaultyExchange.Heard futures = on.listen("/market/stream?streams=btcusdt@aggTrade").known();
    on.ask("POST /admin/sockets/close");
    assertThat(spot.ended()).startsWith("closed 1001");
    assertThat(futures.ended()).startsWith("closed 1001");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
