package io.tradewind.app.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tradewind.analytics.random.SplitMix;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;

/**
 * A venue on loopback whose history is a function of time, and that does harm by a seed: errors,
 * pages of firewalls, bodies that are cut off, rows twice, a rest that it asks for, no answer.
 */
final class FaultyVenue implements AutoCloseable {
  static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "PEPEUSDT");

  /** What the venue's clock shows, epoch milliseconds: within a minute. */
  static final long NOW_MS = 1_709_337_630_000L;

  private static final long MINUTE_MS = 60_000;

  private final HttpServer server;
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger harmed = new AtomicInteger();
  private final SplitMix lots;
  private final double harm;
  private volatile String refusal = "";
  private final AtomicInteger restsLeft = new AtomicInteger(1);
  private final AtomicInteger hangsLeft = new AtomicInteger(2);

  /**
   * Begins to answer.
   *
   * @param harm what share of the answers is spoiled
   */
  FaultyVenue(double harm, long seed) throws IOException {
    this.harm = harm;
    lots = new SplitMix(seed);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Each question for data is answered so from now on: a status, a space, a body. */
  void refuse(String statusAndBody) {
    refusal = statusAndBody;
  }

  int asked() {
    return asked.get();
  }

  int harmed() {
    return harmed.get();
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Map<String, String> query = query(exchange);
    try (exchange) {
      if (path.endsWith("/time") || path.endsWith("/exchangeInfo")) {
        send(exchange, 200, info());
        return;
      }
      asked.incrementAndGet();
      if (!refusal.isEmpty()) {
        String[] parts = refusal.split(" ", 2);
        send(exchange, Integer.parseInt(parts[0]), parts[1]);
        return;
      }
      String body = body(path, query);
      int kind = kind();
      if (kind < 0) {
        send(exchange, 200, body);
      } else {
        harmed.incrementAndGet();
        harm(exchange, kind, body);
      }
    }
  }

  private synchronized int kind() {
    return lots.nextDouble() < harm ? (int) (lots.nextDouble() * 7) : -1;
  }

  private void harm(HttpExchange exchange, int kind, String body) throws IOException {
    switch (kind) {
      case 0 -> send(exchange, 500, "{\"code\":-1001,\"msg\":\"Internal error\"}");
      case 1 -> send(exchange, 200, "<html>sorry</html>");
      case 2 -> {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
      }
      case 3 -> send(exchange, 200, body.substring(0, Math.max(1, body.length() / 2)));
      case 4 -> {
        if (restsLeft.getAndDecrement() > 0) {
          exchange.getResponseHeaders().add("Retry-After", "1");
          send(exchange, 429, "{\"code\":-1003,\"msg\":\"Too many requests.\"}");
        } else {
          send(exchange, 502, "bad gateway");
        }
      }
      case 5 -> {
        if (hangsLeft.getAndDecrement() > 0) {
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        } else {
          send(exchange, 503, "{\"code\":-1008,\"msg\":\"Request throttled by system.\"}");
        }
      }
      default -> send(exchange, 200, twice(body));
    }
  }

  /** The first row once more before all others, as a page that overlaps the one before has it. */
  private static String twice(String body) {
    int end = body.startsWith("[[") ? body.indexOf(']') + 1 : body.indexOf('}') + 1;
    return end <= 1 ? body : "[" + body.substring(1, end) + "," + body.substring(1);
  }

  private static String info() {
    StringBuilder text = new StringBuilder("{\"serverTime\":" + NOW_MS + ",\"rateLimits\":[],");
    text.append("\"symbols\":[");
    for (int i = 0; i < SYMBOLS.size(); i++) {
      text.append(i == 0 ? "" : ",").append("{\"symbol\":\"").append(SYMBOLS.get(i)).append("\"}");
    }
    return text.append("]}").toString();
  }

  private String body(String path, Map<String, String> query) {
    String symbol = query.getOrDefault("symbol", "");
    int seed = SYMBOLS.indexOf(symbol);
    if (seed < 0) {
      return "[]";
    }
    long limit = Long.parseLong(query.getOrDefault("limit", "500"));
    if (path.endsWith("/klines")) {
      return rows(query, limit, MINUTE_MS, openMs -> kline(seed, openMs));
    }
    if (path.endsWith("/fundingRate")) {
      return rows(query, limit, 8 * 60 * MINUTE_MS, ms -> funding(symbol, seed, ms));
    }
    return aggTrades(query, limit, seed);
  }

  private static String rows(
      Map<String, String> query, long limit, long stepMs, LongFunction<String> row) {
    long startMs = Long.parseLong(query.getOrDefault("startTime", "0"));
    long endMs = Math.min(NOW_MS, Long.parseLong(query.getOrDefault("endTime", "0")));
    List<String> rows = new ArrayList<>();
    for (long ms = -Math.floorDiv(-startMs, stepMs) * stepMs;
        ms <= endMs && rows.size() < limit;
        ms += stepMs) {
      rows.add(row.apply(ms));
    }
    return "[" + String.join(",", rows) + "]";
  }

  /** The candle that has not closed grows with each question. */
  private String kline(int seed, long openMs) {
    long minute = openMs / MINUTE_MS + seed * 977L;
    boolean open = openMs + MINUTE_MS > NOW_MS;
    String scale = seed == 2 ? "0.0000" : "";
    String volume = seed == 2 ? "123456789012" + minute % 10 : minute % 1_000 + "." + minute % 97;
    return String.format(
        Locale.ROOT,
        "[%d,\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",%d,\"1\",7,\"0\",\"0\",\"0\"]",
        openMs,
        scale + (2_000 + minute % 500),
        scale + (3_000 + minute % 500),
        scale + (1_000 + minute % 500),
        scale + (2_000 + (minute + 1) % 500),
        open ? asked.get() + ".5" : volume,
        openMs + MINUTE_MS - 1);
  }

  private static String funding(String symbol, int seed, long ms) {
    long interval = ms / (8 * 60 * MINUTE_MS) + seed;
    return String.format(
        Locale.ROOT,
        "{\"symbol\":\"%s\",\"fundingTime\":%d,\"fundingRate\":\"0.0000%d\",\"markPrice\":\"\"}",
        symbol,
        ms + interval % 9,
        interval % 90 + 10);
  }

  /** One each second and a half, three of them in one millisecond. */
  private static String aggTrades(Map<String, String> query, long limit, int seed) {
    long first =
        query.containsKey("fromId")
            ? Long.parseLong(query.getOrDefault("fromId", "0"))
            : -Math.floorDiv(-Long.parseLong(query.getOrDefault("startTime", "0")), 4_500) * 3;
    List<String> rows = new ArrayList<>();
    for (long id = first; rows.size() < limit && id / 3 * 4_500 <= NOW_MS; id++) {
      rows.add(
          String.format(
              Locale.ROOT,
              "{\"a\":%d,\"p\":\"%d.%02d\",\"q\":\"0.%d\",\"f\":%d,\"l\":%d,\"T\":%d,\"m\":%b,\"M\":true}",
              id,
              100 + (id + seed) % 50,
              id % 100,
              id % 9 + 1,
              id,
              id,
              id / 3 * 4_500,
              id % 2 == 0));
    }
    return "[" + String.join(",", rows) + "]";
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    String text = exchange.getRequestURI().getQuery();
    for (String part : text == null ? new String[0] : text.split("&")) {
      query.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
    }
    return query;
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }
}
