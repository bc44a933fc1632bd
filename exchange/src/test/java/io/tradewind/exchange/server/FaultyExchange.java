package io.tradewind.exchange.server;

import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.exchange.setup.MarketSource;
import io.tradewind.exchange.setup.TradedSymbol;
import io.tradewind.simulation.fault.FaultPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An exchange with BTCUSDT and ETHUSDT, and a client of it, over real sockets. */
final class FaultyExchange implements AutoCloseable {
  static final long ONE = 100_000_000;

  private static final String SECRET = "secret";

  private final HttpClient client = HttpClient.newHttpClient();
  final SimulatedExchange exchange;

  FaultyExchange() {
    this(FaultPlan.NONE);
  }

  FaultyExchange(FaultPlan plan) {
    this(plan, InstantSource.system(), Optional.empty());
  }

  /** On a clock of its own, maybe with another for those who sign. */
  FaultyExchange(FaultPlan plan, InstantSource clock, Optional<InstantSource> clients) {
    ExchangeSetup setup =
        new ExchangeSetup(
            List.of(TradedSymbol.of("BTC/USDT"), TradedSymbol.of("ETH/USDT")),
            List.of(new ApiKey("key", ExchangeSetup.CUSTOMER, new Secret.Hmac(SECRET))),
            Map.of("USDT", 1_000_000_000 * ONE, "BTC", 2 * ONE),
            new MarketSource.Generated(7, 0),
            clients);
    ExchangeSetup.Ready ready = setup.at(clock.millis() * 1_000_000, plan);
    this.exchange =
        SimulatedExchange.start(ready.apis(), ready.market()::advance, clock, ready.desk(), 0);
  }

  /** Asks something such as {@code GET /api/v3/time}, with a body after it if there is one. */
  HttpResponse<String> ask(String text) throws IOException, InterruptedException {
    String[] parts = text.split(" ", 3);
    HttpRequest.BodyPublisher body =
        parts.length < 3
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(parts[2]);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + exchange.port() + parts[1]))
            .timeout(Duration.ofSeconds(30))
            .header("X-MBX-APIKEY", "key")
            .header("Content-Type", "application/json")
            .method(parts[0], body)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Status and body in one line. */
  String told(String text) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask(text);
    return answer.statusCode() + " " + answer.body();
  }

  /** Asks something that must be signed, such as {@code POST order symbol=BTCUSDT}. */
  HttpResponse<String> askSigned(String text) throws IOException, InterruptedException {
    return askSigned("/api/v3/", text, System.currentTimeMillis());
  }

  /** The same of futures, such as {@code POST v1/order symbol=BTCUSDT}. */
  HttpResponse<String> askFutures(String text) throws IOException, InterruptedException {
    return askSigned("/fapi/", text, System.currentTimeMillis());
  }

  /** Signed by a clock of the client's own. */
  HttpResponse<String> askSigned(String root, String text, long timestampMs)
      throws IOException, InterruptedException {
    String[] parts = text.split(" ", 3);
    String query = (parts.length < 3 ? "" : parts[2] + "&") + "timestamp=" + timestampMs;
    return ask(parts[0] + " " + root + parts[1] + "?" + query + "&signature=" + signature(query));
  }

  /** A method of the API's sockets with what it needs, signed. */
  static String method(String id, String method, Map<String, String> params) {
    TreeMap<String, String> all = new TreeMap<>(params);
    all.put("apiKey", "key");
    all.put("timestamp", Long.toString(System.currentTimeMillis()));
    String text =
        all.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    all.put("signature", signature(text));
    return JsonMapper.shared()
        .writeValueAsString(Map.of("id", id, "method", method, "params", all));
  }

  private static String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /** Changes faults; they must be accepted. */
  void set(String json) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask("PUT /admin/faults " + json);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }

  JsonNode json(String text) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(ask(text).body());
  }

  long count(String key) throws IOException, InterruptedException {
    return json("GET /admin/counts").path(key).longValue();
  }

  /** How many orders of his the customer finds. */
  int orders() throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(askSigned("GET allOrders symbol=BTCUSDT").body()).size();
  }

  Heard listen(String path) {
    return listen(path, false);
  }

  /** A client that is deaf reads nothing, and so answers no pings. */
  Heard listen(String path, boolean isDeaf) {
    Heard heard = new Heard(isDeaf);
    heard.socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + exchange.port() + path), heard)
            .join();
    return heard;
  }

  @Override
  public void close() {
    exchange.close();
    // A socket that is dead on purpose would keep an orderly end waiting.
    client.shutdownNow();
  }

  /** A client of a socket that writes down all that it hears. */
  static final class Heard implements WebSocket.Listener {
    final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    volatile @Nullable WebSocket socket;
    private final boolean isDeaf;
    private final StringBuilder part = new StringBuilder();

    private Heard(boolean isDeaf) {
      this.isDeaf = isDeaf;
    }

    void say(String text) {
      WebSocket open = socket;
      if (open != null) {
        open.sendText(text, true).join();
      }
    }

    /** How it ended; that it is open if it has not for a long time. */
    String ended() throws InterruptedException, ExecutionException {
      try {
        return end.get(20, TimeUnit.SECONDS);
      } catch (TimeoutException open) {
        return "open";
      }
    }

    /** Waits until the exchange knows of it, which is after the client has been let in. */
    Heard known() throws InterruptedException {
      say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":\"known\"}");
      next("\"id\":\"known\"");
      return this;
    }

    /** The client says goodbye. */
    void close() {
      WebSocket open = socket;
      if (open != null) {
        open.sendClose(WebSocket.NORMAL_CLOSURE, "goodbye").join();
      }
    }

    boolean hasEnded() {
      return end.isDone();
    }

    void ping(String text) {
      WebSocket open = socket;
      if (open != null) {
        open.sendPing(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))).join();
      }
    }

    /** The next that holds a text; empty if there is none for a long time. */
    String next(String holding) throws InterruptedException {
      String text = "";
      while (text != null && !(text.contains(holding) && !text.isEmpty())) {
        text = texts.poll(20, TimeUnit.SECONDS);
      }
      return text == null ? "" : text;
    }

    @Override
    public void onOpen(WebSocket from) {
      if (!isDeaf) {
        from.request(1);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        texts.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
      texts.add("ping " + StandardCharsets.UTF_8.decode(message));
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
      texts.add("pong " + StandardCharsets.UTF_8.decode(message));
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      end.complete("closed " + code + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable cause) {
      end.complete("broken");
    }
  }
}
