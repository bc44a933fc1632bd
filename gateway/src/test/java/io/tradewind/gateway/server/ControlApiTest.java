package io.tradewind.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.gateway.OpenServer;
import io.tradewind.gateway.TestSession.Writing;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asked for, and what comes of it. */
class ControlApiTest {
  private static final String TIME = "timeNs=1772366400250000000";
  private final OpenServer server = new OpenServer();

  @AfterEach
  void close() {
    server.close();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  /** Quotes of JSON are written as single ones. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          pause          | {'by':'anna'}                                | Halt[T, reason=paused by anna]
          pause          | {'by':' anna ','reason':'lunch'}             | Halt[T, reason=paused by anna: lunch]
          pause          | {'by':'anna','reason':null}                  | Halt[T, reason=paused by anna]
          resume         | {'by':'bob'}                                 | Resume[T, by=bob]
          resume         | {'by':'bob','reason':'feed is back'}         | Resume[T, by=bob: feed is back]
          emergency-stop | {'by':'bob'}                                 | EmergencyStop[T, by=bob]
          emergency-stop | {'by':'bob','reason':'wrong prices'}         | EmergencyStop[T, by=bob: wrong prices]
          close-all      | {'by':'bob'}                                 | CloseAll[T]
          lift-lock      | {'by':'bob','lock':{'reason':'stop-guard','symbol':'binance:BTC/USDT','side':'long'}} | LiftLock[T, lock=Lock[reason=STOP_GUARD, instrument=OptionalInt[0], side=Optional[LONG], sinceNs=1772365500000000000, untilNs=1772369100000000000], by=bob]
          """)
  void aWishBecomesAnEvent(String control, String body, String event) {
    HttpResponse<String> response = server.ask(control, json(body));
    assertThat(response.body())
        .isEqualTo(
            json(
                "{'control':'" + control + "','state':'taken','time':'2026-03-01T12:00:00.250Z'}"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(server.session.asked()).singleElement().hasToString(event.replace("[T", "[" + TIME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          pause     | {}                                | 400 | 'by' is missing
          pause     | {'by':null}                       | 400 | 'by' is missing
          pause     | {'by':7}                          | 400 | 'by' must be a text
          pause     | {'by':'  '}                       | 400 | 'by' must say who asks, it is empty
          pause     | {'by':'a\\nb'}                    | 400 | 'by' must be one line of plain text
          pause     | {'by':'anna','reason':'\\u001b[2J'} | 400 | 'reason' must be one line of plain text
          pause     | {'by':'anna','why':'lunch'}       | 400 | 'why' is not known here; known are by, reason
          pause     | {'by':'anna','lock':{}}           | 400 | 'lock' is not known here; known are by, reason
          pause     | {'by':'anna','by':'bob'}          | 400 | it is no JSON: Duplicate
          pause     | {'by':'anna'                      | 400 | it is no JSON: Unexpected end-of-input
          pause     | {'by':'anna'} {}                  | 400 | it is no JSON: Trailing token
          pause     | by=anna                           | 400 | it is no JSON: Unrecognized token
          pause     | ``                                | 400 | it must be an object of JSON such as
          pause     | ['anna']                          | 400 | it must be an object of JSON such as
          lift-lock | {'by':'anna'}                     | 400 | 'lock' must name the lock
          lift-lock | {'by':'anna','lock':{'reason':'mood'}} | 400 | 'reason' must be one of cool-down, stop-guard, drawdown, low-profit, was 'mood'
          lift-lock | {'by':'anna','lock':{'reason':'stop-guard','symbl':'x'}} | 400 | 'symbl' is not known here; known are reason, symbol, side
          lift-lock | {'by':'anna','lock':{'reason':'stop-guard','symbol':'x'}} | 400 | 'x' is no symbol
          lift-lock | {'by':'anna','lock':{'reason':'stop-guard'}} | 404 | no lock holds that is stop-guard
          lift-lock | {'by':'anna','lock':{'reason':'stop-guard','symbol':'binance:BTC/USDT','side':'short'}} | 404 | no lock holds that is stop-guard of binance:BTC/USDT, short
          """)
  void aMistakeIsToldAndNothingIsAsked(String control, String body, int status, String message) {
    HttpResponse<String> response = server.ask(control, json(body));
    assertThat(response.body()).contains("\"message\":\"" + message);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(server.session.asked()).isEmpty();
  }

  @Test
  void lengthsAreBounded() {
    assertThat(server.ask("pause", json("{'by':'" + "x".repeat(65) + "'}")).body())
        .contains("'by' must be at most 64 characters, was 65");
    assertThat(server.ask("pause", json("{'by':'x','reason':'" + "x".repeat(201) + "'}")).body())
        .contains("'reason' must be at most 200 characters, was 201");
    HttpResponse<String> tooLong = server.ask("pause", "x".repeat(8193));
    assertThat(tooLong.statusCode()).isEqualTo(413);
    assertThat(tooLong.body()).contains("a body must be at most 8192 bytes");
    String chunk = "x".repeat(0x4000);
    assertThat(
            server.raw(
                "POST /control/pause HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                    + server.token.header()
                    + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                    + "Connection: close\r\n\r\n4000\r\n"
                    + chunk
                    + "\r\n0\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
    assertThat(server.session.asked()).isEmpty();
    assertThat(
            server
                .ask(
                    "pause",
                    json("{'by':'" + "x".repeat(64) + "','reason':'" + "y".repeat(200) + "'}"))
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AT_ONCE | 200 | "state":"taken"
          NEVER   | 202 | "state":"waiting"
          IS_FULL | 429 | too many wait to be taken: ask again in a second
          FAILS   | 503 | the session could not write it down
          """)
  void whatTheDiskDoesIsTold(Writing writing, int status, String body) {
    server.session.set(writing);
    HttpResponse<String> response = server.ask("emergency-stop", json("{'by':'anna'}"));
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains(body).doesNotContain("secret");
    assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 429);
  }

  @Test
  void theProcessIsEndedOnce() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> response = server.ask("stop", json("{'by':'anna'}"));
      assertThat(response.statusCode()).isEqualTo(202);
      assertThat(response.body()).isEqualTo(json("{'control':'stop','state':'ending'}"));
    }
    assertThat(server.session.awaitStop()).isTrue();
    assertThat(server.session.stops()).isEqualTo(1);
    assertThat(server.session.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                 | 200
          Application/JSON; charset=utf-8  | 200
          text/plain                       | 415
          application/x-www-form-urlencoded | 415
          application/jsonx                | 415
          """)
  void onlyJsonIsRead(String type, int status) {
    HttpResponse<String> response =
        server.send(
            server
                .request("/control/pause")
                .header("Authorization", server.token.header())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(json("{'by':'anna'}"))));
    assertThat(response.statusCode()).isEqualTo(status);
  }
}
