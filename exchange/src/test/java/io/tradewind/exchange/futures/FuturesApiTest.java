package io.tradewind.exchange.futures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.exchange.api.Ear;
import io.tradewind.exchange.desk.Desk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests in, Binance's answers out, to the letter. */
class FuturesApiTest {
  private final FuturesDesk desk = new FuturesDesk();

  /** Parameters after symbol=BTCUSDT&side=BUY, and what is refused with which code. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type=LIMIT&timeInForce=GTC&quantity=1&price=99 | 200
          type=LIMIT&timeInForce=GTC&quantity=1&price=99&color=red&closePosition=false | 200
          type=LIMIT&timeInForce=GTC&quantity=1&price=99&reduceOnly=TRUE | -2022 ReduceOnly Order is rejected.
          type=LIMIT&quantity=1&price=99 | -1102 Mandatory parameter 'timeInForce' was not sent, was empty/null, or malformed.
          type=LIMIT&timeInForce=GTC&price=99 | -1102 Mandatory parameter 'quantity' was not sent, was empty/null, or malformed.
          type=LIMIT&timeInForce=GTC&quantity=1 | -1102 Mandatory parameter 'price' was not sent, was empty/null, or malformed.
          type=LIMIT&timeInForce=GTT&quantity=1&price=99 | -1115 Invalid timeInForce.
          type=LIMITED&timeInForce=GTC&quantity=1&price=99 | -1116 Invalid orderType.
          type=STOP_MARKET&quantity=1&stopPrice=99 | -4120 Order type not supported for this endpoint. Please use the Algo Order API endpoints instead.
          type=TRAILING_STOP_MARKET&quantity=1 | -4120 Order type not supported for this endpoint. Please use the Algo Order API endpoints instead.
          type=LIMIT&timeInForce=GTC&quantity=1&price=99&positionSide=LONG | -4061 Order's position side does not match user's setting.
          type=LIMIT&timeInForce=GTC&quantity=1&price=99&positionSide=UP | -4060 Invalid position side.
          type=LIMIT&timeInForce=GTC&quantity=0&price=99 | -4003 Quantity less than zero.
          type=LIMIT&timeInForce=GTC&quantity=1.0001&price=99 | -1111 Precision is over the maximum defined for this asset.
          type=LIMIT&timeInForce=GTC&quantity=1&price=99.01 | -1111 Precision is over the maximum defined for this asset.
          type=LIMIT&timeInForce=GTC&quantity=1001&price=99 | -4005 Quantity greater than max quantity.
          type=LIMIT&timeInForce=GTC&quantity=1&price=0 | -4001 Price less than 0.
          type=LIMIT&timeInForce=GTC&quantity=1&price=9.9 | -4013 Price less than min price.
          type=LIMIT&timeInForce=GTC&quantity=1&price=105.1 | -4016 Limit price can't be higher than 105.0.
          type=LIMIT&timeInForce=GTC&quantity=0.05&price=99 | -4164 Order's notional must be no smaller than 5 (unless you choose reduce only)
          type=LIMIT&timeInForce=GTC&quantity=220&price=99 | -2019 Margin is insufficient.
          type=LIMIT&timeInForce=FOK&quantity=3&price=101 | -5021 Due to the order could not be filled immediately, the FOK order has been rejected.
          type=LIMIT&timeInForce=GTX&quantity=1&price=101 | -5022 Due to the order could not be executed as maker, the Post Only order will be rejected.
          type=LIMIT&timeInForce=GTX&quantity=1&price=100 | 200
          type=LIMIT&timeInForce=RPI&quantity=1&price=100 | 200
          type=LIMIT&timeInForce=RPI&quantity=1&price=101 | -5022 Due to the order could not be executed as maker, the Post Only order will be rejected.
          type=LIMIT&timeInForce=GTD&quantity=1&price=99 | -1102 Mandatory parameter 'goodTillDate' was not sent, was empty/null, or malformed.
          type=LIMIT&timeInForce=GTD&quantity=1&price=99&goodTillDate=1700000599000 | -5040 The goodTillDate timestamp must be greater than the current time plus 600 seconds and smaller than 253402300799000 (UTC 9999-12-31 23:59:59)
          type=LIMIT&timeInForce=GTD&quantity=1&price=99&goodTillDate=253402300799000 | -5040 The goodTillDate timestamp must be greater than the current time plus 600 seconds and smaller than 253402300799000 (UTC 9999-12-31 23:59:59)
          type=LIMIT&timeInForce=GTD&quantity=1&price=99&goodTillDate=253402300798000 | 200
          type=LIMIT&timeInForce=GTC&quantity=1&price=99&newClientOrderId=a%20b | -4015 Client order id is not valid.
          type=LIMIT&timeInForce=GTC&quantity=1&price=99&newClientOrderId=aaaaaaaaaabbbbbbbbbbccccccccccddddddd | -4015 Client order id length should be less than 36 chars
          type=LIMIT&timeInForce=GTC&quantity=1&price=99&newOrderRespType=FULL | -1136 Invalid newOrderRespType.
          type=LIMIT&timeInForce=GTC&quantity=1&price=99&selfTradePreventionMode=DECREMENT | -5039 Invalid self trade prevention mode
          type=LIMIT&timeInForce=GTC&quantity=1&priceMatch=QUEUE | 200
          type=LIMIT&timeInForce=GTC&quantity=1&priceMatch=OPPONENT_5 | -5041 No depth matches this BBO order
          type=LIMIT&timeInForce=GTC&quantity=1&priceMatch=BEST | -5037 Invalid price match
          type=LIMIT&timeInForce=GTC&quantity=1&priceMatch=QUEUE&price=99 | -1106 Parameter 'price' sent when not required.
          type=MARKET&quantity=1 | 200
          type=MARKET&quantity=1&timeInForce=GTC | -1106 Parameter 'timeInForce' sent when not required.
          type=MARKET&quantity=1&price=99 | -1106 Parameter 'price' sent when not required.
          type=MARKET&quantity=1&priceMatch=QUEUE | -5038 Price match only supports order type: LIMIT, STOP AND TAKE_PROFIT
          type=MARKET&quantity=121 | -4005 Quantity greater than max quantity.
          """)
  void newOrdersAreReadAsBinanceDoes(String parameters, String told) {
    assertThat(Desk.refusal(desk.ask("POST v1/order/test symbol=BTCUSDT&side=BUY&" + parameters)))
        .isEqualTo(told);
    assertThat(Desk.refusal(desk.ask("POST v1/order symbol=BTCUSDT&side=BUY&" + parameters)))
        .isEqualTo(told);
  }

  /** What is asked and what comes of it, line by line, is written in files. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "rpi",
        "answers",
        "batches",
        "algos",
        "account",
        "settings",
        "market",
        "funding",
        "streams",
        "user",
        "liquidation"
      })
  void scriptsComeOutAsWritten(String name) throws IOException {
    try (InputStream file = FuturesApiTest.class.getResourceAsStream(name + ".txt")) {
      assertThat(file).as(name).isNotNull();
      String script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(desk.play(script)).isEqualTo(script);
    }
  }

  @Test
  void answersTellWeightAndOrdersUsed() {
    desk.ask("GET v1/openOrders");
    String order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=97";
    assertThat(desk.desk.signed("POST", "v1/order", order).headers())
        .containsEntry("X-MBX-USED-WEIGHT-1M", "40")
        .containsEntry("X-MBX-ORDER-COUNT-10S", "1")
        .containsEntry("X-MBX-ORDER-COUNT-1M", "1");
    for (int i = 0; i < 59; i++) {
      desk.ask("GET v1/openOrders");
    }
    assertThat(Desk.refusal(desk.ask("GET v1/openOrders")))
        .startsWith("-1003 Too many requests; current limit is 2400 requests per minute.");
    desk.desk.tick(600);
    for (int i = 0; i < 300; i++) {
      desk.ask("POST v1/order/test " + order);
    }
    assertThat(desk.ask("POST v1/order/test " + order))
        .isEqualTo(
            "429 {\"code\":-1015,\"msg\":\"Too many new orders; current limit is 300 orders per 10"
                + " SECOND.\"}");
  }

  @Test
  void aKeyOfAStreamIsKeptAndEnded() {
    Optional<String> key = Optional.of("key");
    String first = desk.desk.response("POST", "v1/listenKey", "", key).body();
    assertThat(desk.desk.response("PUT", "v1/listenKey", "listenKey=x", key).body())
        .isEqualTo(first);
    desk.play("user");
    assertThat(desk.desk.response("DELETE", "v1/listenKey", "", key).body()).isEqualTo("{}");
    assertThat(desk.desk.heard()).singleElement().asString().contains("listenKeyExpired");
    assertThat(desk.desk.response("PUT", "v1/listenKey", "", key).body())
        .isEqualTo("{\"code\":-1125,\"msg\":\"This listenKey does not exist.\"}");
    assertThat(desk.desk.response("POST", "v1/listenKey", "", Optional.empty()).status())
        .isEqualTo(401);
  }

  @Test
  void aSocketIsAskedByMethods() {
    Ear ear = desk.desk.listen("/ws-fapi/v1", "").orElseThrow();
    String params = desk.desk.signedJson(Map.of("symbol", "BTCUSDT"));
    ear.onText(
        "{\"id\":\"p\",\"method\":\"v2/account.position\",\"params\":" + params + "}",
        Desk.START_MS);
    ear.onText(
        "{\"id\":2,\"method\":\"ticker.price\",\"params\":{\"symbol\":\"BTCUSDT\"}}",
        Desk.START_MS);
    ear.onText("{\"id\":3,\"method\":\"klines\"}", Desk.START_MS);
    assertThat(desk.desk.heard())
        .containsExactly(
            "{\"id\":\"p\",\"status\":200,\"result\":[],\"rateLimits\":[{\"rateLimitType\":"
                + "\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,\"limit\":2400,"
                + "\"count\":5}]}",
            "{\"id\":2,\"status\":200,\"result\":{\"symbol\":\"BTCUSDT\",\"price\":\"101.0\",\"time\""
                + ":1700000000000},\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval"
                + "\":\"MINUTE\",\"intervalNum\":1,\"limit\":2400,\"count\":6}]}",
            "{\"id\":3,\"status\":400,\"error\":{\"code\":-1020,\"msg\":\"This operation is not"
                + " supported.\"},\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":"
                + "\"MINUTE\",\"intervalNum\":1,\"limit\":2400,\"count\":0}]}");
  }
}
