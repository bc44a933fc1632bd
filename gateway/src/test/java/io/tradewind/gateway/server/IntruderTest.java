package io.tradewind.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.gateway.OpenServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may not look, or not ask. */
class IntruderTest {
  private static final String BODY = "{\"by\":\"mallory\"}";
  private static OpenServer server;

  @BeforeAll
  static void open() {
    server = new OpenServer();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /** The line after the first one of a request, and what comes back. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Host: localhost            | 200
          Host: LOCALHOST:8000       | 200
          Host: 127.0.0.1            | 200
          Host: 127.0.0.1:65535      | 200
          Host: [::1]:8000           | 200
          Host: evil.example         | 403
          Host: evil.example:8000    | 403
          Host: localhost.evil.com   | 403
          Host: evil.com.localhost   | 403
          Host: 127.0.0.1.evil.com   | 403
          Host: 127.0.0.1@evil.com   | 400
          Host: 0.0.0.0:8000         | 403
          Host: 192.168.1.7:8000     | 403
          Host: [::2]                | 403
          Host:                      | 400
          X: y                       | 400
          """)
  void onlyLoopbackIsNamed(String line, int status) {
    String asked = "GET /status HTTP/1.1\r\n" + line + "\r\nConnection: close\r\n\r\n";
    String answer = server.raw(asked);
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer.contains("equity")).isEqualTo(status == 200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /status HTTP/1.0                     | 403
          GET http://evil.example/status HTTP/1.1  | 400
          GET /../status HTTP/1.1                  | 400
          GET /%2e%2e/status HTTP/1.1              | 400
          GET /status%00 HTTP/1.1                  | 400
          GET //status HTTP/1.1                    | 4
          GET                                      | 400
          nonsense                                 | 400
          """)
  void aStrangeLineIsRefused(String line, String status) {
    String headers = line.contains("1.0") ? "" : "Host: localhost\r\nConnection: close\r\n";
    String answer = server.raw(line + "\r\n" + headers + "\r\n");
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer).contains("application/json").doesNotContain("equity", "Jetty", "jetty");
  }

  /** Requests that have the token, but a page of a browser may have sent them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Origin         | https://evil.example   | 403
          Origin         | null                   | 403
          Origin         | http://localhost:8000  | 403
          Sec-Fetch-Site | cross-site             | 403
          Sec-Fetch-Site | same-site              | 403
          Sec-Fetch-Site | same-origin            | 200
          Sec-Fetch-Site | none                   | 200
          X-Other        | https://evil.example   | 200
          """)
  void aPageMayNotAsk(String header, String value, int status) {
    int before = server.session.asked().size();
    HttpResponse<String> response =
        server.send(
            server
                .allowed("emergency-stop")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(BODY)));
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(server.session.asked()).hasSize(status == 200 ? before + 1 : before);
  }

  enum Wrong {
    NONE,
    EMPTY,
    ANOTHER,
    CUT,
    LONGER,
    CASE,
    NO_SCHEME,
    BASIC,
    TWICE
  }

  private static String header(Wrong wrong) {
    String right = server.token.header();
    String text = server.token.reveal();
    return switch (wrong) {
      case NONE, EMPTY -> "";
      case ANOTHER -> io.tradewind.gateway.auth.Token.random().header();
      case CUT -> right.substring(0, right.length() - 1);
      case LONGER -> right + "A";
      case CASE -> right.toLowerCase(java.util.Locale.ROOT);
      case NO_SCHEME -> text;
      case BASIC -> "Basic " + text;
      case TWICE -> right + ", " + right;
    };
  }

  /** Each after the right one on the same connection, which must not be remembered. */
  @ParameterizedTest
  @EnumSource(Wrong.class)
  void aWrongTokenIsRefused(Wrong wrong) {
    assertThat(server.ask("pause", BODY).statusCode()).isEqualTo(200);
    int before = server.session.asked().size();
    HttpRequest.Builder request =
        server
            .request("/control/close-all")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(BODY));
    HttpResponse<String> response =
        server.send(wrong == Wrong.NONE ? request : request.header("Authorization", header(wrong)));
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(response.body()).contains("\"error\":\"token\"");
    assertThat(server.session.asked()).hasSize(before);
  }

  @Test
  void noAnswerHoldsTheToken() {
    for (String path :
        new String[] {
          "/health",
          "/ready",
          "/status",
          "/metrics",
          "/positions",
          "/orders",
          "/api/performance",
          "/control/pause",
          "/nothing"
        }) {
      HttpResponse<String> response =
          server.send(server.request(path).header("Authorization", server.token.header()));
      assertThat(response.body() + response.headers().map()).doesNotContain(server.token.reveal());
    }
    assertThat(server.ask("pause", "{\"by\":7}").body()).doesNotContain(server.token.reveal());
    assertThat(server.token.toString()).doesNotContain(server.token.reveal());
  }
}
