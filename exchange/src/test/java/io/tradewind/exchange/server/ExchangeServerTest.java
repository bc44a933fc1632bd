package io.tradewind.exchange.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.exchange.api.Line;
import io.tradewind.exchange.api.Liveness;
import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.fault.FaultDesk;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is signed must arrive to the letter. */
class ExchangeServerTest {
  private final ExchangeServer server =
      ExchangeServer.start(
          0,
          request ->
              new ExchangeServer.Outcome.Answered(
                  new Response(
                      418,
                      Map.of("Retry-After", "7"),
                      String.join(
                          " ",
                          request.method(),
                          request.path(),
                          "[" + request.query() + "]",
                          "[" + request.body() + "]",
                          request.apiKey().orElse("nobody"),
                          request.address()))),
          (path, query, address, line) ->
              path.startsWith("/ws")
                  ? Optional.of(new ExchangeServer.Opened(echo(path, query, line), Liveness.SPOT))
                  : Optional.empty(),
          new SocketWatch(FaultDesk.idle()));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void queriesAndFormsComeAsTheyWereSent() throws Exception {
    HttpResponse<String> answer =
        send(
            request("/api/v3/order?symbol=%E6%B5%8B&a=x%20y+z&signature=%2B/=")
                .header("X-MBX-APIKEY", "me")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("b=%2f&b=2&c")));
    assertThat(answer.body())
        .isEqualTo(
            "POST /api/v3/order [symbol=%E6%B5%8B&a=x%20y+z&signature=%2B/=] [b=%2f&b=2&c] me"
                + " 127.0.0.1");
    assertThat(answer.statusCode()).isEqualTo(418);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow().toLowerCase(Locale.ROOT))
        .isEqualTo("application/json;charset=utf-8");
  }

  @Test
  void otherMethodsAndEmptyBodies() throws Exception {
    assertThat(send(request("/fapi/v1/ping").GET()).body())
        .isEqualTo("GET /fapi/v1/ping [] [] nobody 127.0.0.1");
    assertThat(send(request("/a").DELETE()).body()).startsWith("DELETE /a [] []");
    assertThat(send(request("/a").PUT(HttpRequest.BodyPublishers.ofString("x=1"))).body())
        .startsWith("PUT /a [] [x=1]");
    assertThat(
            send(request("/a")
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")))
                .body())
        .startsWith("POST /a [] []");
  }

  private static ExchangeServer.Ear echo(String path, String query, Line line) {
    line.send(path + "?" + query);
    return new ExchangeServer.Ear() {
      @Override
      public void onText(String text) {
        if (text.equals("end")) {
          line.close(1000, "as you say");
        } else {
          for (int i = 0; i < 50_000; i++) {
            line.send(text + i);
          }
        }
      }

      @Override
      public void onClose() {}
    };
  }

  @Test
  void socketsBringTextsInOrderAndEnd() throws Exception {
    Heard heard = new Heard();
    WebSocket socket = socket("/ws/a%40b?x=%2F", heard);
    socket.sendText("n", true).join();
    for (int i = 0; i < 50_001; i++) {
      String text = heard.texts.poll(20, TimeUnit.SECONDS);
      assertThat(text).isEqualTo(i == 0 ? "/ws/a%40b?x=%2F" : "n" + (i - 1));
    }
    socket.sendText("end", true).join();
    assertThat(heard.texts.poll(20, TimeUnit.SECONDS)).isEqualTo("closed 1000 as you say");
  }

  @Test
  void whereNothingIsASocketEnds() throws Exception {
    Heard heard = new Heard();
    socket("/nothing", heard);
    assertThat(heard.texts.poll(20, TimeUnit.SECONDS)).isEqualTo("closed 1008 nothing is there");
  }

  private WebSocket socket(String path, Heard heard) {
    return client
        .newWebSocketBuilder()
        .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + path), heard)
        .join();
  }

  private static final class Heard implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        texts.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      texts.add("closed " + code + " " + reason);
      return null;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
