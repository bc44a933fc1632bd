package io.tradewind.exchange.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each fault as a client meets it, over real sockets. */
class FaultsTest {
  private static final String ORDER =
      "POST order symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=20000";

  private static final Map<String, String> LIMIT =
      Map.of(
          "symbol", "BTCUSDT",
          "side", "BUY",
          "type", "LIMIT",
          "timeInForce", "GTC",
          "quantity", "0.01",
          "price", "20000");
  private static final String CLOSED = "{\"code\":-1013,\"msg\":\"Market is closed.\"}";

  private final FaultyExchange on = new FaultyExchange();

  @AfterEach
  void stop() {
    on.close();
  }

  @Test
  void withoutFaultsCallsAndOrdersAreCounted() throws Exception {
    assertThat(on.ask("GET /api/v3/time").statusCode()).isEqualTo(200);
    assertThat(on.ask("GET /api/v3/klines").statusCode()).isEqualTo(400);
    assertThat(on.askSigned(ORDER).statusCode()).isEqualTo(200);
    JsonNode counts = on.json("GET /admin/counts");
    assertThat(counts.path("calls").longValue()).isEqualTo(3);
    assertThat(counts.path("successes").longValue()).isEqualTo(2);
    assertThat(counts.path("failures").longValue()).isEqualTo(1);
    assertThat(counts.path("orders").longValue()).isEqualTo(1);
  }

  @Test
  void anAnswerTakesItsTime() throws Exception {
    on.set("{\"latency-ms\": 300, \"latency-spread\": 0}");
    long beforeNs = System.nanoTime();
    assertThat(on.ask("GET /api/v3/time").statusCode()).isEqualTo(200);
    assertThat(System.nanoTime() - beforeNs).isGreaterThan(299_000_000);
  }

  @Test
  void aFailureCarriesOutNothing() throws Exception {
    on.set("{\"failure-rate\": 1}");
    HttpResponse<String> answer = on.askSigned(ORDER);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"code\":-1001");
    on.set("{\"failure-rate\": 0}");
    assertThat(on.orders()).isZero();
    assertThat(on.count("failed")).isEqualTo(1);
  }

  @Test
  void aLostAnswerIsOfAnOrderThatStands() throws Exception {
    on.set("{\"lost-answer-rate\": 1}");
    HttpResponse<String> answer = on.askSigned(ORDER);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"code\":-1007").contains("execution status unknown");
    assertThat(on.askSigned("POST order symbol=BTCUSDT").statusCode()).isEqualTo(400);
    assertThat(on.orders()).isEqualTo(1);
    assertThat(on.count("answers-lost")).isEqualTo(1);
  }

  @Test
  void aCallThatTimesOutIsCutAfterAWhileAndMayHaveBeenCarriedOut() throws Exception {
    on.set("{\"timeout-rate\": 1, \"timeout-ms\": 400}");
    long beforeNs = System.nanoTime();
    assertThatThrownBy(() -> on.askSigned(ORDER)).isInstanceOf(IOException.class);
    assertThat(System.nanoTime() - beforeNs).isGreaterThan(399_000_000);
    for (int i = 0; i < 9; i++) {
      assertThatThrownBy(() -> on.askSigned(ORDER)).isInstanceOf(IOException.class);
    }
    on.set("{\"timeout-rate\": 0}");
    assertThat(on.orders()).isBetween(1, 9);
    assertThat(on.count("timed-out")).isEqualTo(10);
  }

  @Test
  void aConnectionThatDropsMayHaveCarriedTheOrder() throws Exception {
    on.set("{\"drop-rate\": 1}");
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> on.askSigned(ORDER)).isInstanceOf(IOException.class);
    }
    on.set("{\"drop-rate\": 0}");
    assertThat(on.orders()).isBetween(1, 9);
    assertThat(on.count("dropped")).isEqualTo(10);
  }

  @Test
  void whoDoesNotWaitAfter429IsBanned() throws Exception {
    on.set("{\"throttle-rate\": 1, \"throttle-seconds\": 60, \"throttle-patience\": 1}");
    HttpResponse<String> first = on.ask("GET /api/v3/time");
    assertThat(first.statusCode()).isEqualTo(429);
    assertThat(first.headers().firstValue("Retry-After")).contains("60");
    assertThat(first.body()).contains("\"code\":-1003");
    on.set("{\"throttle-rate\": 0, \"ban-seconds\": 90}");
    assertThat(on.ask("GET /api/v3/time").statusCode()).isEqualTo(429);
    HttpResponse<String> banned = on.ask("GET /api/v3/time");
    assertThat(banned.statusCode()).isEqualTo(418);
    assertThat(banned.headers().firstValue("Retry-After")).contains("90");
    assertThat(banned.body()).contains("IP banned until");
    assertThat(on.ask("DELETE /admin/ban").statusCode()).isEqualTo(200);
    assertThat(on.ask("GET /api/v3/time").statusCode()).isEqualTo(200);
    assertThat(on.ask("POST /admin/ban?seconds=30").statusCode()).isEqualTo(200);
    assertThat(on.ask("GET /api/v3/time").statusCode()).isEqualTo(418);
  }

  @Test
  void aClockAheadRefusesWhatComesTooLateByIt() throws Exception {
    on.set("{\"clock-skew-ms\": 20000}");
    long serverTime = on.json("GET /api/v3/time").path("serverTime").longValue();
    assertThat(serverTime - System.currentTimeMillis()).isBetween(15_000L, 20_000L);
    assertThat(on.askSigned(ORDER).body()).contains("-1021").contains("outside of the recvWindow");
    FaultyExchange.Heard heard = on.listen("/ws/btcusdt@kline_1m");
    JsonNode event = json(heard.next("kline"));
    assertThat(event.path("E").longValue()).isGreaterThan(serverTime);
  }

  /** How far the exchange's clock is ahead, of which window, and what the client is told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          20000  | 5000  | Timestamp for this request is outside of the recvWindow.
          20000  | 40000 | done
          2000   | 5000  | done
          -20000 | 5000  | Timestamp for this request was 1000ms ahead of the server's time.
          -20000 | 60000 | Timestamp for this request was 1000ms ahead of the server's time.
          -500   | 5000  | done
          """)
  void aClientWhoseClockIsAnotherIsTold(int skewMs, int window, String told) throws Exception {
    FaultPlan plan = FaultPlan.NONE.with(FaultSetting.CLOCK_SKEW_MS, skewMs);
    try (FaultyExchange skewed = new FaultyExchange(plan)) {
      String asked = "symbol=BTCUSDT&recvWindow=" + window;
      for (HttpResponse<String> answer :
          List.of(
              skewed.askSigned("GET openOrders " + asked),
              skewed.askFutures("GET v1/openOrders " + asked))) {
        assertThat(answer.body())
            .isEqualTo(told.equals("done") ? "[]" : "{\"code\":-1021,\"msg\":\"" + told + "\"}");
      }
      // Who signs by the exchange's time is let in.
      long serverMs = skewed.json("GET /api/v3/time").path("serverTime").longValue();
      assertThat(serverMs - System.currentTimeMillis()).isBetween(skewMs - 5_000L, skewMs + 0L);
      assertThat(skewed.askSigned("/api/v3/", "GET openOrders " + asked, serverMs).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void whereTheExchangeHasATimeOfItsOwnTheWallsIsSkewedAsWell() throws Exception {
    InstantSource wall = InstantSource.system();
    InstantSource past = () -> wall.instant().minus(400, ChronoUnit.DAYS);
    try (FaultyExchange two = new FaultyExchange(FaultPlan.NONE, past, Optional.of(wall))) {
      for (int skewMs : new int[] {0, 20_000}) {
        two.set("{\"clock-skew-ms\": " + skewMs + "}");
        long serverMs = two.json("GET /fapi/v1/time").path("serverTime").longValue();
        assertThat(past.millis() + skewMs - serverMs).isBetween(0L, 5_000L);
        assertThat(two.askSigned("/fapi/", "GET v1/openOrders", serverMs).body()).isEqualTo("[]");
        HttpResponse<String> byTheWall =
            two.askSigned("/fapi/", "GET v1/openOrders", wall.millis());
        if (skewMs == 0) {
          assertThat(byTheWall.body()).isEqualTo("[]");
        } else {
          assertThat(byTheWall.body()).contains("-1021", "outside of the recvWindow");
        }
        HttpResponse<String> neither =
            two.askSigned("/fapi/", "GET v1/openOrders", wall.millis() - 200 * 86_400_000L);
        assertThat(neither.body()).contains("-1021");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/ws/btcusdt@depth@100ms/btcusdt@trade,           /api/v3/depth?symbol=BTCUSDT&limit=5",
    "/fapi/ws/btcusdt@depth@100ms/btcusdt@trade,      /fapi/v1/depth?symbol=BTCUSDT&limit=5",
    "/fapi/ws/btcusdt@rpiDepth@500ms/btcusdt@trade,   /fapi/v1/rpiDepth?symbol=BTCUSDT"
  })
  void aBookThatIsStaleStandsStillWhileTradeGoesOn(String streams, String book) throws Exception {
    FaultyExchange.Heard heard = on.listen(streams);
    assertThat(heard.next("depthUpdate")).isNotEmpty();
    on.set("{\"stale-symbols\": [\"BTCUSDT\"]}");
    String first = on.told("GET " + book);
    heard.texts.clear();
    for (int i = 0; i < 3; i++) {
      assertThat(heard.next("\"e\":\"trade\"")).isNotEmpty();
    }
    assertThat(heard.texts).noneMatch(text -> text.contains("depthUpdate"));
    assertThat(on.told("GET " + book)).isEqualTo(first);
    assertThat(on.count("messages-stale")).isPositive();
    on.set("{\"stale-symbols\": []}");
    assertThat(heard.next("depthUpdate")).isNotEmpty();
    assertThat(on.told("GET " + book)).isNotEqualTo(first);
  }

  @Test
  void aSymbolThatIsHaltedTakesNoOrdersAndGoesOn() throws Exception {
    on.set("{\"halted-symbols\": [\"BTCUSDT\"]}");
    assertThat(on.askSigned(ORDER).body()).isEqualTo(CLOSED);
    assertThat(on.told("GET /api/v3/exchangeInfo?symbol=BTCUSDT")).contains("\"HALT\"");
    on.set("{\"halted-symbols\": []}");
    assertThat(on.askSigned(ORDER).statusCode()).isEqualTo(200);
  }

  @Test
  void ofASymbolThatIsDelistedOpenOrdersExpireAndTheirOwnerHearsOfIt() throws Exception {
    String key = on.json("POST /api/v3/userDataStream").path("listenKey").stringValue();
    FaultyExchange.Heard heard = on.listen("/ws/" + key).known();
    assertThat(on.askSigned(ORDER).statusCode()).isEqualTo(200);
    assertThat(heard.next("executionReport")).contains("\"X\":\"NEW\"");
    on.set("{\"delisted-symbols\": [\"BTCUSDT\"]}");
    assertThat(heard.next("executionReport")).contains("\"X\":\"EXPIRED\"");
    assertThat(on.told("GET /api/v3/exchangeInfo")).doesNotContain("BTCUSDT");
    assertThat(on.askSigned(ORDER).body()).contains("-1121");
    assertThat(on.ask("PUT /admin/faults {\"delisted-symbols\": []}").body())
        .contains("delisted-symbols: BTCUSDT can't be listed again");
    assertThat(on.ask("DELETE /admin/faults").statusCode()).isEqualTo(200);
  }

  @Test
  void inAMaintenanceSocketsAreToldAndClosedAndCallsRefused() throws Exception {
    FaultyExchange.Heard raw = on.listen("/ws/btcusdt@trade").known();
    FaultyExchange.Heard combined = on.listen("/stream?streams=btcusdt@trade").known();
    FaultyExchange.Heard api = on.listen("/ws-api/v3").known();
    on.set("{\"maintenance\": true, \"shutdown-notice-ms\": 300}");
    assertThat(raw.next("serverShutdown")).startsWith("{\"e\":\"serverShutdown\",\"E\":");
    assertThat(combined.next("serverShutdown"))
        .startsWith("{\"stream\":\"!serverShutdown\",\"data\":{\"e\":");
    assertThat(api.next("serverShutdown")).startsWith("{\"event\":{\"e\":\"serverShutdown\"");
    assertThat(raw.ended()).startsWith("closed 1001");
    assertThat(api.ended()).startsWith("closed 1001");
    assertThat(on.told("GET /api/v3/time")).startsWith("503 {\"code\":-1016");
    assertThatThrownBy(() -> on.listen("/ws/btcusdt@trade"))
        .rootCause()
        .hasMessageContaining("status code 503");
    on.set("{\"maintenance\": false}");
    assertThat(on.ask("GET /api/v3/time").statusCode()).isEqualTo(200);
  }

  @Test
  void aThinBookFillsOrdersInParts() throws Exception {
    double full = offered();
    on.set("{\"liquidity-share\": 0.01}");
    FaultyExchange.Heard heard = on.listen("/ws/btcusdt@depth@100ms");
    while (offered() > full / 20) {
      assertThat(heard.next("depthUpdate")).isNotEmpty();
    }
    String body = buyAtBest();
    // The market may have gone before the order came.
    for (int i = 0; executed(body) == 0 && i < 50; i++) {
      body = buyAtBest();
    }
    assertThat(executed(body)).as(body).isGreaterThan(0).isLessThan(5);
    assertThat(json(body).path("status").stringValue()).isEqualTo("EXPIRED");
  }

  private String buyAtBest() throws Exception {
    return on.askSigned(
            "POST order symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=IOC&quantity=5&price="
                + best())
        .body();
  }

  private static double executed(String body) {
    return Double.parseDouble(json(body).path("executedQty").stringValue());
  }

  /** What the ten best asks have together. */
  private double offered() throws Exception {
    double sum = 0;
    for (JsonNode level : on.json("GET /api/v3/depth?symbol=BTCUSDT&limit=10").path("asks")) {
      sum += Double.parseDouble(level.get(1).stringValue());
    }
    return sum;
  }

  private String best() throws Exception {
    return on.json("GET /api/v3/depth?symbol=BTCUSDT&limit=10")
        .path("asks")
        .get(2)
        .get(0)
        .stringValue();
  }

  @Test
  void messagesAreDoubledAndLost() throws Exception {
    FaultyExchange.Heard heard = on.listen("/ws/btcusdt@trade");
    on.set("{\"message-duplicate-rate\": 1}");
    heard.texts.clear();
    heard.next("\"e\":\"trade\"");
    String one = heard.next("\"e\":\"trade\"");
    String two = heard.next("\"e\":\"trade\"");
    String three = heard.next("\"e\":\"trade\"");
    assertThat(one.equals(two) || two.equals(three)).isTrue();
    on.set("{\"message-duplicate-rate\": 0, \"message-loss-rate\": 1}");
    long lost = on.count("messages-lost");
    while (on.count("messages-lost") < lost + 3) {
      Thread.onSpinWait();
    }
    heard.texts.clear();
    while (on.count("messages-lost") < lost + 6) {
      Thread.onSpinWait();
    }
    assertThat(heard.texts).isEmpty();
  }

  @Test
  void aSocketOnWhichAMessageCutsEndsWithoutAFarewell() throws Exception {
    FaultyExchange.Heard heard = on.listen("/ws/btcusdt@trade");
    on.set("{\"socket-cut-rate\": 1}");
    assertThat(heard.ended()).isIn("broken", "closed 1006 ");
    assertThat(on.count("sockets-cut")).isEqualTo(1);
  }

  @Test
  void aHalfOpenSocketIsSilentAndAnswersNothing() throws Exception {
    FaultyExchange.Heard heard = on.listen("/ws/btcusdt@trade");
    FaultyExchange.Heard other = on.listen("/ws/btcusdt@trade").known();
    assertThat(heard.next("\"e\":\"trade\"")).isNotEmpty();
    assertThat(on.ask("POST /admin/sockets/half-open").body()).contains("\"sockets\" : 2");
    heard.ping("there?");
    other.ping("there?");
    FaultyExchange.Heard alive = on.listen("/ws/btcusdt@trade");
    alive.ping("you?");
    assertThat(alive.next("pong")).isEqualTo("pong you?");
    assertThat(heard.texts).noneMatch(text -> text.startsWith("pong"));
    heard.texts.clear();
    for (int i = 0; i < 3; i++) {
      assertThat(alive.next("\"e\":\"trade\"")).isNotEmpty();
    }
    assertThat(heard.texts).isEmpty();
    assertThat(heard.hasEnded()).isFalse();
  }

  /** One more frame is under way when it happens, so that each comes on a socket of its own. */
  @Test
  void whatIsSaidOnAHalfOpenSocketIsNotHeard() throws Exception {
    FaultyExchange.Heard order = on.listen("/ws-api/v3").known();
    FaultyExchange.Heard farewell = on.listen("/ws-api/v3").known();
    on.ask("POST /admin/sockets/half-open");
    order.say(FaultyExchange.method("1", "order.place", LIMIT));
    farewell.close();
    FaultyExchange.Heard alive = on.listen("/ws-api/v3");
    alive.say(FaultyExchange.method("2", "order.place", LIMIT));
    assertThat(alive.next("\"id\"")).contains("\"status\":200");
    FaultyExchange.Heard trades = on.listen("/ws/btcusdt@trade");
    for (int i = 0; i < 3; i++) {
      assertThat(trades.next("\"e\":\"trade\"")).isNotEmpty();
    }
    assertThat(on.orders()).isEqualTo(1);
    assertThat(farewell.hasEnded()).isFalse();
  }

  @Test
  void aMessageMayLeaveItsSocketHalfOpen() throws Exception {
    FaultyExchange.Heard heard = on.listen("/ws/btcusdt@trade");
    assertThat(heard.next("\"e\":\"trade\"")).isNotEmpty();
    on.set("{\"socket-half-open-rate\": 1}");
    while (on.count("sockets-half-open") == 0) {
      Thread.onSpinWait();
    }
    on.set("{\"socket-half-open-rate\": 0}");
    heard.texts.clear();
    heard.ping("there?");
    heard.say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
    FaultyExchange.Heard alive = on.listen("/ws/btcusdt@trade");
    alive.ping("you?");
    assertThat(alive.next("pong")).isEqualTo("pong you?");
    for (int i = 0; i < 3; i++) {
      assertThat(alive.next("\"e\":\"trade\"")).isNotEmpty();
    }
    assertThat(heard.texts).isEmpty();
    assertThat(heard.hasEnded()).isFalse();
    assertThat(on.count("sockets-half-open")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1})
  void messagesAreSwappedWithTheirNext(double rate) throws Exception {
    on.set("{\"message-reorder-rate\": " + rate + "}");
    FaultyExchange.Heard heard = on.listen("/ws/btcusdt@trade");
    List<Long> told = new ArrayList<>();
    while (told.size() < 40) {
      told.add(json(heard.next("\"e\":\"trade\"")).path("t").longValue());
    }
    assertThat(told).doesNotHaveDuplicates().isNotEqualTo(told.stream().sorted().toList());
    int swapped = 0;
    long due = Collections.min(told);
    for (int i = 0; i < told.size() - 1; i++) {
      if (told.get(i) != due) {
        assertThat(told.subList(i, i + 2)).containsExactly(due + 1, due);
        swapped++;
        due++;
        i++;
      }
      due++;
    }
    assertThat(swapped).isBetween((int) (5 * rate), 20);
    assertThat(on.count("messages-reordered")).isGreaterThanOrEqualTo(swapped);
  }

  @Test
  void callsOverASocketFailAndLoseTheirAnswers() throws Exception {
    FaultyExchange.Heard api = on.listen("/ws-api/v3");
    on.set("{\"failure-rate\": 1}");
    api.say("{\"id\":\"a\",\"method\":\"time\"}");
    assertThat(api.next("\"id\"")).startsWith("{\"id\":\"a\",\"status\":503,\"error\":{");
    on.set("{\"failure-rate\": 0, \"throttle-rate\": 1}");
    api.say("{\"id\":2,\"method\":\"time\"}");
    assertThat(api.next("\"id\"")).startsWith("{\"id\":2,\"status\":429,\"error\":{");
    on.ask("DELETE /admin/ban");
    on.set("{\"throttle-rate\": 0, \"timeout-rate\": 1, \"timeout-ms\": 200}");
    api.say("{\"id\":3,\"method\":\"time\"}");
    assertThat(api.ended()).isIn("broken", "closed 1006 ");
    assertThat(api.texts).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT /admin/faults {"failure-rate": 2}               | 400 | failure-rate must be a number from 0 to 1 (of calls), was '2'
          PUT /admin/faults {"faliure-rate": 1}               | 400 | faliure-rate is no fault; did you mean failure-rate?
          PUT /admin/faults {"stale-symbols": ["XYZUSDT"]}    | 400 | stale-symbols: XYZUSDT is not listed
          PUT /admin/faults {"failure-rate":                  | 400 | the body is no JSON
          PUT /admin/faults [1]                               | 400 | the body must be an object
          POST /admin/ban                                     | 400 | seconds must be a whole number
          GET /admin/weather                                  | 404 | there is no GET weather
          """)
  void whatIsWrongChangesNothing(String asked, int status, String reason) throws Exception {
    String before = on.json("GET /admin/faults").path("faults").toString();
    HttpResponse<String> answer = on.ask(asked);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(reason);
    assertThat(on.json("GET /admin/faults").path("faults").toString()).isEqualTo(before);
  }

  @Test
  void faultsHoldFromTheBeginningAndAllCanBeTurnedOff() throws Exception {
    FaultPlan plan = FaultPlan.NONE.with(FaultSetting.FAILURE_RATE, 1).withMaintenance(true);
    try (FaultyExchange down = new FaultyExchange(plan)) {
      assertThat(down.told("GET /api/v3/time")).startsWith("503 {\"code\":-1016");
      assertThat(down.json("GET /admin/faults").path("faults").path("failure-rate").intValue())
          .isEqualTo(1);
      assertThat(down.ask("DELETE /admin/faults").statusCode()).isEqualTo(200);
      assertThat(down.ask("GET /api/v3/time").statusCode()).isEqualTo(200);
    }
  }

  // Signs of life.

  @Test
  void aClientThatAnswersPingsStaysAndOneThatDoesNotIsCut() throws Exception {
    on.set("{\"ping-seconds\": 1, \"pong-seconds\": 2}");
    FaultyExchange.Heard good = on.listen("/ws/nothing");
    FaultyExchange.Heard deaf = on.listen("/ws/nothing", true);
    for (int i = 1; i <= 5; i++) {
      assertThat(good.next("ping")).isEqualTo("ping " + i);
    }
    assertThat(good.hasEnded()).isFalse();
    assertThat(on.count("sockets-silent")).isEqualTo(1);
    assertThat(deaf.hasEnded()).isFalse();
  }

  @Test
  void aSocketThatIsTooOldIsClosed() throws Exception {
    FaultyExchange.Heard heard = on.listen("/ws/nothing");
    on.set("{\"socket-life-seconds\": 1}");
    assertThat(heard.ended()).startsWith("closed 1001");
    assertThat(on.count("sockets-old")).isEqualTo(1);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
