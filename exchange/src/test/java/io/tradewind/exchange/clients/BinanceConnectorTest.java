package io.tradewind.exchange.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.binance.connector.client.exceptions.BinanceClientException;
import com.binance.connector.client.impl.SpotClientImpl;
import com.binance.connector.client.impl.WebSocketApiClientImpl;
import com.binance.connector.client.impl.WebSocketStreamClientImpl;
import com.binance.connector.client.impl.spot.Market;
import com.binance.connector.client.impl.spot.Trade;
import com.binance.connector.client.impl.spot.UserData;
import com.binance.connector.client.utils.signaturegenerator.HmacSignatureGenerator;
import io.tradewind.exchange.server.SimulatedExchange;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Binance's own connector for Java of Maven Central, which sends all of a request in its query. */
class BinanceConnectorTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void tradesAndReadsTheAccountOverRest() {
    try (SimulatedExchange exchange = Spot.start(0)) {
      SpotClientImpl client =
          new SpotClientImpl(Spot.KEY, Spot.SECRET, "http://127.0.0.1:" + exchange.port());
      Market market = client.createMarket();
      Trade trade = client.createTrade();
      assertThat(market.ping()).isEqualTo("{}");
      assertThat(read(market.exchangeInfo(new HashMap<>())).get("symbols")).hasSize(2);
      assertThat(read(market.depth(with("symbol", "BTCUSDT", "limit", 5))).get("bids")).hasSize(5);

      JsonNode bought =
          read(
              trade.newOrder(
                  with("symbol", "BTCUSDT", "side", "BUY", "type", "MARKET", "quantity", 0.5)));
      assertThat(bought.get("status").stringValue()).isEqualTo("FILLED");
      JsonNode resting =
          read(
              trade.newOrder(
                  with(
                      "symbol",
                      "BTCUSDT",
                      "side",
                      "BUY",
                      "type",
                      "LIMIT",
                      "timeInForce",
                      "GTC",
                      "quantity",
                      0.1,
                      "price",
                      59000)));
      long id = resting.get("orderId").longValue();
      assertThat(
              read(trade.getOpenOrders(with("symbol", "BTCUSDT")))
                  .get(0)
                  .get("orderId")
                  .longValue())
          .isEqualTo(id);
      assertThat(
              read(trade.cancelOrder(with("symbol", "BTCUSDT", "orderId", id)))
                  .get("status")
                  .stringValue())
          .isEqualTo("CANCELED");
      assertThat(read(trade.myTrades(with("symbol", "BTCUSDT"))).get(0).get("price").stringValue())
          .isEqualTo("60001.00000000");
      assertThat(read(trade.account(new HashMap<>())).get("balances").get(0).toString())
          .isEqualTo("{\"asset\":\"BTC\",\"free\":\"2.49950000\",\"locked\":\"0.00000000\"}");
      assertThatThrownBy(() -> trade.getOrder(with("symbol", "BTCUSDT", "orderId", 999)))
          .isInstanceOfSatisfying(
              BinanceClientException.class,
              refused -> {
                assertThat(refused.getHttpStatusCode()).isEqualTo(400);
                assertThat(refused.getErrorCode()).isEqualTo(-2013);
                assertThat(refused.getErrMsg()).isEqualTo("Order does not exist.");
              });
    }
  }

  @Test
  void pegsAnOrderToTheBook() {
    try (SimulatedExchange exchange = Spot.start(0)) {
      SpotClientImpl client =
          new SpotClientImpl(Spot.KEY, Spot.SECRET, "http://127.0.0.1:" + exchange.port());
      Map<String, Object> order = with("symbol", "BTCUSDT", "side", "BUY", "type", "LIMIT");
      order.putAll(with("timeInForce", "GTC", "quantity", 0.1, "pegPriceType", "PRIMARY_PEG"));
      order.putAll(with("pegOffsetType", "PRICE_LEVEL", "pegOffsetValue", 2));
      JsonNode pegged = read(client.createTrade().newOrder(order));
      assertThat(pegged.get("price").stringValue()).isEqualTo("0.00000000");
      assertThat(pegged.get("peggedPrice").stringValue()).isEqualTo("59997.00000000");
      assertThat(read(client.createTrade().getOpenOrders(with("symbol", "BTCUSDT"))).get(0))
          .isEqualTo(
              read(
                  client
                      .createTrade()
                      .getOrder(
                          with(
                              "symbol", "BTCUSDT", "orderId", pegged.get("orderId").longValue()))));
    }
  }

  /** A stream is open before the exchange tells it anything: small orders find out when it does. */
  private static void untilBothAreHeard(SpotClientImpl client, BlockingQueue<String> heard)
      throws InterruptedException {
    int count = 0;
    while (count < 4) {
      client
          .createTrade()
          .newOrder(with("symbol", "BTCUSDT", "side", "BUY", "type", "MARKET", "quantity", 0.01));
      count = 0;
      while (count < 4 && heard.poll(2, TimeUnit.SECONDS) != null) {
        count++;
      }
    }
  }

  @Test
  void hearsTheMarketAndItsOrders() throws Exception {
    try (SimulatedExchange exchange = Spot.start(0)) {
      SpotClientImpl client =
          new SpotClientImpl(Spot.KEY, Spot.SECRET, "http://127.0.0.1:" + exchange.port());
      UserData users = client.createUserData();
      String key = read(users.createListenKey()).get("listenKey").stringValue();
      WebSocketStreamClientImpl streams =
          new WebSocketStreamClientImpl("ws://127.0.0.1:" + exchange.port());
      BlockingQueue<String> heard = new LinkedBlockingQueue<>();
      BlockingQueue<String> opened = new LinkedBlockingQueue<>();
      streams.tradeStream(
          "btcusdt",
          response -> opened.add("trades"),
          text -> heard.add(text),
          (code, reason) -> {},
          (code, reason) -> {},
          (failure, response) -> heard.add("failed " + failure));
      streams.listenUserStream(
          key,
          response -> opened.add("user"),
          text -> heard.add(text),
          (code, reason) -> {},
          (code, reason) -> {},
          (failure, response) -> heard.add("failed " + failure));
      assertThat(opened.poll(20, TimeUnit.SECONDS)).isNotNull();
      assertThat(opened.poll(20, TimeUnit.SECONDS)).isNotNull();
      untilBothAreHeard(client, heard);

      client
          .createTrade()
          .newOrder(with("symbol", "BTCUSDT", "side", "BUY", "type", "MARKET", "quantity", 0.5));

      StringBuilder kinds = new StringBuilder();
      for (int i = 0; i < 4; i++) {
        JsonNode event = read(String.valueOf(heard.poll(20, TimeUnit.SECONDS)));
        if (event.get("e").stringValue().equals("trade")) {
          assertThat(event.get("p").stringValue()).isEqualTo("60001.00000000");
        } else {
          kinds.append(event.get("e").stringValue());
          kinds.append(event.has("X") ? " " + event.get("X").stringValue() : "").append("; ");
        }
      }
      assertThat(kinds.toString())
          .isEqualTo("executionReport NEW; executionReport FILLED; outboundAccountPosition; ");
      assertThat(users.extendListenKey(with("listenKey", key))).isEqualTo("{}");
      assertThat(users.closeListenKey(with("listenKey", key))).isEqualTo("{}");
      assertThatThrownBy(() -> users.extendListenKey(with("listenKey", key)))
          .isInstanceOf(BinanceClientException.class)
          .hasMessageContaining("-1125");
      streams.closeAllConnections();
    }
  }

  @Test
  void tradesOverOneLine() throws Exception {
    try (SimulatedExchange exchange = Spot.start(0)) {
      WebSocketApiClientImpl client =
          new WebSocketApiClientImpl(
              Spot.KEY,
              new HmacSignatureGenerator(Spot.SECRET),
              "ws://127.0.0.1:" + exchange.port() + "/ws-api/v3");
      BlockingQueue<String> heard = new LinkedBlockingQueue<>();
      client.connect(heard::add);
      client.general().ping(new JSONObject().put("requestId", "p"));
      assertThat(answer(heard)).startsWith("{\"id\":\"p\",\"status\":200,\"result\":{}");
      client
          .trade()
          .newOrder(
              "BTCUSDT",
              "BUY",
              "LIMIT",
              new JSONObject()
                  .put("requestId", "o")
                  .put("timeInForce", "GTC")
                  .put("price", "59000.10")
                  .put("quantity", "0.10"));
      JsonNode placed = read(answer(heard));
      assertThat(placed.get("status").intValue()).as("%s", placed).isEqualTo(200);
      assertThat(placed.get("result").get("status").stringValue()).isEqualTo("NEW");
      assertThat(placed.get("rateLimits")).hasSize(3);
      client
          .trade()
          .cancelOrder(
              "BTCUSDT",
              new JSONObject()
                  .put("requestId", "c")
                  .put("orderId", placed.get("result").get("orderId").longValue()));
      assertThat(read(answer(heard)).get("result").get("status").stringValue())
          .isEqualTo("CANCELED");
      client.account().accountStatus(new JSONObject().put("requestId", "a"));
      assertThat(read(answer(heard)).get("result").get("balances")).hasSize(3);
      client.close();
    }
  }

  private static String answer(BlockingQueue<String> heard) throws InterruptedException {
    return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
  }

  private static JsonNode read(String text) {
    return JSON.readTree(text);
  }

  private static Map<String, Object> with(Object... namesAndValues) {
    Map<String, Object> all = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return all;
  }
}
