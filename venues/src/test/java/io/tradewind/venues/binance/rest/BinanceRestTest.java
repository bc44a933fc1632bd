package io.tradewind.venues.binance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.binance.Listed;
import io.tradewind.venues.binance.parse.BinanceErrors;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.stream.BinanceNames;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.RateLimit;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Parameter;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import io.tradewind.venues.http.VenueResponse;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests to Binance and what their answers mean. */
class BinanceRestTest {
  private final FaultLog faults = new FaultLog(new ManualClock(0), report -> {});
  private final RestParser parser = new RestParser(faults);

  private BinanceProtocol protocol() {
    BinanceSigner signer =
        new BinanceSigner(
            HmacKey.ofText(
                "my-key", "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"));
    return new BinanceProtocol(Market.SPOT, Optional.of(signer), parser);
  }

  @Test
  void aRequestIsSignedAsInTheVenuesExample() {
    VenueRequest request =
        new VenueRequest(
            Method.POST,
            "/api/v3/order",
            List.of(
                new Parameter("symbol", "LTCBTC"),
                new Parameter("side", "BUY"),
                new Parameter("type", "LIMIT"),
                new Parameter("timeInForce", "GTC"),
                new Parameter("quantity", "1"),
                new Parameter("price", "0.1")),
            new Terms(Access.SIGNED, Repeat.NEVER, 1, 1));
    WireRequest wire = protocol().encode(request, 1499827319559L);
    assertThat(wire.target())
        .isEqualTo(
            "/api/v3/order?symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1"
                + "&recvWindow=5000&timestamp=1499827319559"
                + "&signature=c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71");
    assertThat(wire.headers()).containsExactly(new WireRequest.Header("X-MBX-APIKEY", "my-key"));
  }

  @Test
  void aPublicRequestShowsNoKey() {
    WireRequest wire =
        protocol().encode(VenueRequest.get("/api/v3/depth", 5, new Parameter("symbol", "A B")), 1);
    assertThat(wire.target()).isEqualTo("/api/v3/depth?symbol=A%20B");
    assertThat(wire.headers()).isEmpty();
  }

  /** Of the venue's time 1700000000000. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | -1021 | Timestamp for this request is outside of the recvWindow.            | RETRY CLOCK 0
          429 | -1003 | Too much request weight used; current limit is 6000                 | RETRY RATE_LIMIT 60
          418 | -1003 | Way too much request weight used; IP banned until 1700000090000.    | RETRY RATE_LIMIT 90
          429 | -1015 | Too many new orders; current limit is 100 orders per 10 SECOND.     | RETRY RATE_LIMIT 60
          503 | -1008 | Request throttled by system-level protection.                       | RETRY OVERLOADED 1
          503 | 0     | Service Unavailable.                                                | RETRY OVERLOADED 1
          503 | 0     | Unknown error, please check your request or try again later.        | UNKNOWN
          500 | -1000 | An unknown error occurred while processing the request.             | UNKNOWN
          400 | -1007 | Timeout waiting for response from backend server.                   | UNKNOWN
          408 | -1007 | Timeout waiting for response from backend server.                   | UNKNOWN
          400 | -1006 | An unexpected response was received from the message bus.           | UNKNOWN
          502 | -2010 | Account has insufficient balance for requested action.              | UNKNOWN
          400 | -1022 | Signature for this request is not valid.                            | FATAL SIGNATURE
          401 | -2014 | API-key format invalid.                                             | FATAL KEY
          401 | -2015 | Invalid API-key, IP, or permissions for action.                     | FATAL KEY
          400 | -1013 | Filter failure: LOT_SIZE                                            | REJECTED FILTER
          400 | -1013 | Filter failure: MAX_NUM_ORDERS                                      | REJECTED TOO_MANY_ORDERS
          400 | -1013 | Filter failure: MAX_POSITION                                        | REJECTED POSITION_LIMIT
          400 | -1013 | Market is closed.                                                   | REJECTED MARKET_CLOSED
          400 | -1121 | Invalid symbol.                                                     | REJECTED INVALID_REQUEST
          400 | -1111 | Precision is over the maximum defined for this asset.               | REJECTED FILTER
          400 | -2010 | Account has insufficient balance for requested action.              | REJECTED INSUFFICIENT_BALANCE
          400 | -2010 | Duplicate order sent.                                               | REJECTED DUPLICATE_ORDER
          400 | -2010 | Order would trigger immediately.                                    | REJECTED WOULD_TRIGGER
          400 | -2010 | Stop price would trigger immediately.                               | REJECTED WOULD_TRIGGER
          400 | -2010 | Order would immediately match and take.                             | REJECTED WOULD_TAKE
          400 | -2010 | Market orders are not supported for this symbol.                    | REJECTED UNSUPPORTED
          400 | -2010 | Something new.                                                      | REJECTED OTHER
          400 | -2011 | Unknown order sent.                                                 | REJECTED UNKNOWN_ORDER
          400 | -2013 | Order does not exist.                                               | REJECTED UNKNOWN_ORDER
          400 | -2019 | Margin is insufficient.                                             | REJECTED INSUFFICIENT_BALANCE
          400 | -2021 | Order would immediately trigger.                                    | REJECTED WOULD_TRIGGER
          400 | -2022 | ReduceOnly Order is rejected.                                       | REJECTED NOTHING_TO_REDUCE
          400 | -2027 | Exceeded the maximum allowable position at current leverage.        | REJECTED POSITION_LIMIT
          400 | -4046 | No need to change margin type.                                      | REJECTED NOTHING_TO_CHANGE
          400 | -4116 | clientOrderId is duplicated                                         | REJECTED DUPLICATE_ORDER
          400 | -4120 | Order type not supported for this endpoint.                         | REJECTED UNSUPPORTED
          400 | -4164 | Order's notional must be no smaller than 50                         | REJECTED FILTER
          400 | -5021 | Due to the order could not be filled immediately, the FOK order ... | REJECTED NOT_FILLABLE
          400 | -5022 | Due to the order could not be executed as maker, ...                | REJECTED WOULD_TAKE
          400 | -9999 | Something new.                                                      | REJECTED OTHER
          """)
  void anErrorIsOneOfASmallSet(int status, int code, String message, String expected) {
    String body = "{\"code\":" + code + ",\"msg\":\"" + message + "\"}";
    assertThat(text(BinanceErrors.of(status, body, 1_700_000_000_000L))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          403, <html>,      FATAL SERVICE
          404, ,            REJECTED UNSUPPORTED
          401, nothing,     FATAL KEY
          502, <html>,      UNKNOWN
          400, {"code":,    REJECTED OTHER
          400, [],          REJECTED OTHER
          429, <html>,      RETRY RATE_LIMIT 60
          """)
  void withoutACodeTheStatusHasToDo(int status, String body, String expected) {
    String text = body == null ? "" : body;
    assertThat(text(BinanceErrors.of(status, text, 0))).isEqualTo(expected);
  }

  private static String text(VenueError error) {
    return switch (error) {
      case VenueError.Retryable e -> "RETRY " + e.cause() + " " + e.afterNs() / Utc.SECOND_NS;
      case VenueError.Unknown _ -> "UNKNOWN";
      case VenueError.Fatal e -> "FATAL " + e.reason();
      case VenueError.Rejected e -> "REJECTED " + e.reason();
    };
  }

  @Test
  void readsLimitsAndWhatIsUsedOfThem() {
    String body =
        "{\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\","
            + "\"intervalNum\":1,\"limit\":6000},{\"rateLimitType\":\"ORDERS\",\"interval\":"
            + "\"SECOND\",\"intervalNum\":10,\"limit\":100},{\"rateLimitType\":\"ORDERS\","
            + "\"interval\":\"DAY\",\"intervalNum\":1,\"limit\":200000},{\"rateLimitType\":"
            + "\"NEW_ONE\",\"interval\":\"DAY\",\"intervalNum\":1,\"limit\":1}],\"symbols\":[]}";
    List<RateLimit> limits = parser.rateLimits(body).orElseThrow();
    assertThat(limits)
        .containsExactly(
            new RateLimit(RateLimit.Kind.WEIGHT, 60 * Utc.SECOND_NS, 6000),
            new RateLimit(RateLimit.Kind.ORDERS, 10 * Utc.SECOND_NS, 100),
            new RateLimit(RateLimit.Kind.ORDERS, Utc.DAY_NS, 200_000));
    Map<String, String> headers =
        Map.of(
            "x-mbx-used-weight-1m",
            "17",
            "x-mbx-order-count-10s",
            "3",
            "x-mbx-order-count-1d",
            "9");
    VenueResponse response = new VenueResponse(200, headers, "{}", 0, 1);
    assertThat(limits.stream().map(limit -> protocol().used(limit, response).orElseThrow()))
        .containsExactly(17L, 3L, 9L);
  }

  @Test
  void readsTimeDepthAndKey() {
    assertThat(parser.serverTimeMs("{\"serverTime\":1499827319559}")).contains(1499827319559L);
    assertThat(parser.serverTimeMs("{\"serverTime\":")).isEmpty();
    assertThat(parser.listenKey("{\"listenKey\":\"abc\"}")).contains("abc");
    assertThat(
            parser.depth(
                Listed.BTC,
                "{\"lastUpdateId\":1027024,\"bids\":[[\"4.00000000\",\"431.00000000\"]],"
                    + "\"asks\":[[\"4.01000000\",\"12.00000000\"]]}"))
        .get()
        .hasToString(
            "DepthSnapshot[lastUpdateId=1027024, bids=[400, 43100000], asks=[401, 1200000]]");
    assertThat(faults.total()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          {"e":"trade","E":1,"t":5}       | {"e":"trade","E":2,"t":5}       | true
          {"e":"trade","E":1,"t":5}       | {"e":"trade","E":1,"t":6}       | false
          {"subscriptionId":0,"event":{}} | {"subscriptionId":1,"event":{}} | true
          """)
  void theSameEventHasOneIdentity(String one, String other, boolean same) {
    var identity = BinanceNames.names().identity();
    assertThat(identity.apply(one).equals(identity.apply(other))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          btcusdt@bookTicker,    true
          btcusdt@depth20@100ms, true
          btcusdt@depth5,        true
          btcusdt@markPrice@1s,  true
          btcusdt@depth@100ms,   false
          btcusdt@depth,         false
          btcusdt@trade,         false
          btcusdt@kline_1m,      false
          """)
  void onlyStatesAreConflated(String stream, boolean expected) {
    String text = "{\"stream\":\"" + stream + "\",\"data\":{}}";
    assertThat(BinanceNames.names().conflation().apply(text))
        .isEqualTo(expected ? Optional.of(stream) : Optional.empty());
  }
}
