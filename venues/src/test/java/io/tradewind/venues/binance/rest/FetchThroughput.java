package io.tradewind.venues.binance.rest;

import com.sun.net.httpserver.HttpServer;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.time.Backoff;
import io.tradewind.venues.time.WallClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast 20 symbols of ten pages come over loopback when each answer takes 50 ms: one after the
 * other, eight at once, and eight at once while one symbol never answers. Run by hand; it prints.
 */
final class FetchThroughput {
  private static final long LATENCY_NS = 50_000_000L;
  private static final int SYMBOLS = 20;
  private static final int PAGES = 10;

  private FetchThroughput() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          LockSupport.parkNanos(path.startsWith("/X") ? 3_600 * Utc.SECOND_NS : LATENCY_NS);
          String body = "{\"serverTime\":" + System.currentTimeMillis() + "}";
          byte[] bytes = (path.endsWith("time") ? body : "[]").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    run(base, 8, false); // warms up
    double alone = run(base, 1, false);
    double many = run(base, 8, false);
    double hanging = run(base, 8, true);
    System.out.printf(
        "pages/s: one after the other %.1f, eight at once %.1f (%.1fx), one of them hanging %.1f%n",
        alone, many, many / alone, hanging);
    server.stop(0);
    System.exit(0);
  }

  private static double run(URI base, int most, boolean hangs) {
    WallClock clock = new WallClock();
    try (JdkTransport transport = new JdkTransport("bench", base)) {
      RestParser parser = new RestParser(new FaultLog(clock, report -> {}));
      VenueHttp http =
          new VenueHttp(
              HttpSettings.STANDARD,
              new BinanceProtocol(Market.SPOT, Optional.empty(), parser),
              new VenueHttp.Line(transport, clock),
              new Backoff(1, 1, new SplitMix(1)),
              new RateBudget(RateBudget.Shares.STANDARD, List.of()));
      while (!http.offset().isKnown()) {
        work(http.doWork());
      }
      Fetches fetches = new Fetches(http, most);
      int[] rest = {SYMBOLS};
      if (hangs) {
        fetches.add(pages("X", 1), taker(new int[1]));
      }
      for (int i = 0; i < SYMBOLS; i++) {
        fetches.add(pages("S" + i, 1), taker(rest));
      }
      long startNs = clock.nowNs();
      while (rest[0] > 0) {
        work(fetches.doWork());
      }
      return SYMBOLS * PAGES / ((clock.nowNs() - startNs) / 1e9);
    }
  }

  private static void work(int done) {
    if (done == 0) {
      LockSupport.parkNanos(200_000L);
    }
  }

  private static Pages<String> pages(String symbol, int page) {
    return new Pages<>(
        VenueRequest.get("/" + symbol + "/" + page, 1),
        body ->
            Optional.of(
                new Pages.Page<>(
                    List.of(body),
                    page == PAGES ? Optional.empty() : Optional.of(pages(symbol, page + 1)))));
  }

  private static Fetches.Taker<String> taker(int[] rest) {
    return new Fetches.Taker<>() {
      @Override
      public void onRows(List<String> rows) {}

      @Override
      public void onEnd(Fetches.End end) {
        rest[0]--;
      }
    };
  }
}
