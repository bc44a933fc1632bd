package io.tradewind.venues.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.HttpSettings.Bulkhead;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import io.tradewind.venues.time.Backoff;
import io.tradewind.venues.time.WallClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same over real sockets, against a server that does each kind of harm once. */
@Timeout(60)
class HttpOnLoopbackTest {
  private HttpServer server;
  private JdkTransport transport;
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final CountDownLatch atOnce = new CountDownLatch(8);
  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    transport = new JdkTransport("test", base);
  }

  @AfterEach
  void close() {
    over.countDown();
    transport.close();
    server.stop(0);
  }

  /** The first call of each path meets its fault, the second an answer. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int call = calls.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
    String fault = path.substring(1);
    try (exchange) {
      if (path.equals("/time")) {
        send(exchange, 200, "{" + System.currentTimeMillis() + "}");
      } else if (call > 1 && !fault.startsWith("wide")) {
        send(exchange, 200, "{\"call\":" + call + "}");
      } else {
        harm(exchange, fault);
      }
    }
  }

  private void harm(HttpExchange exchange, String fault) throws IOException {
    switch (fault) {
      case "hang" -> await(over);
      case "slow-body" -> {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        await(over);
      }
      case "cut-body" -> {
        exchange.sendResponseHeaders(200, 100);
        OutputStream body = exchange.getResponseBody();
        body.write("{\"half\":".getBytes(StandardCharsets.US_ASCII));
        body.flush();
        // closing without the rest breaks the connection
      }
      case "garbage" -> send(exchange, 200, "<html>sorry</html>");
      case "busy" -> {
        exchange.getResponseHeaders().add("Retry-After", "1");
        send(exchange, 429, "{\"code\":-1003}");
      }
      case "wide" -> {
        atOnce.countDown();
        await(atOnce);
        send(exchange, 200, "{}");
      }
      default -> send(exchange, Integer.parseInt(fault), "{}");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static VenueHttp http(Transport transport, long timeoutMs) {
    HttpSettings settings =
        new HttpSettings(
            new Bulkhead(8, 64),
            timeoutMs * 1_000_000L,
            30 * Utc.SECOND_NS,
            3,
            CircuitBreaker.Settings.STANDARD);
    return new VenueHttp(
        settings,
        new TestProtocol(),
        new VenueHttp.Line(transport, new WallClock()),
        new Backoff(1_000_000L, 10_000_000L, new SplitMix(3)),
        new RateBudget(RateBudget.Shares.STANDARD, List.of()));
  }

  private static VenueRequest request(boolean order, String path) {
    Terms terms = new Terms(Access.PUBLIC, order ? Repeat.NEVER : Repeat.SAFE, 1, order ? 1 : 0);
    return new VenueRequest(order ? Method.POST : Method.GET, "/" + path, List.of(), terms);
  }

  private static List<Reply> ask(VenueHttp http, List<VenueRequest> requests) {
    List<Reply> replies = new ArrayList<>();
    requests.forEach(request -> http.submit(request, replies::add));
    while (replies.size() < requests.size()) {
      if (http.doWork() == 0) {
        LockSupport.parkNanos(200_000L);
      }
    }
    return replies;
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          hang,      false, done
          slow-body, false, done
          cut-body,  false, done
          garbage,   false, done
          500,       false, done
          busy,      false, done
          400,       false, rejected
          401,       false, fatal
          hang,      true,  unknown
          slow-body, true,  unknown
          cut-body,  true,  unknown
          garbage,   true,  unknown
          500,       true,  unknown
          busy,      true,  later
          400,       true,  rejected
          """)
  void aFaultIsWhatItIs(String fault, boolean order, String expected) {
    VenueHttp http =
        http(transport, fault.equals("hang") || fault.contains("body") ? 2_000 : 5_000);
    Reply reply = ask(http, List.of(request(order, fault))).getFirst();
    assertThat(name(reply)).isEqualTo(expected);
    assertThat(calls.get("/" + fault)).hasValue(expected.equals("done") ? 2 : 1);
  }

  private static String name(Reply reply) {
    return switch (reply) {
      case Reply.Done _ -> "done";
      case Reply.Failed(VenueError.Retryable _) -> "later";
      case Reply.Failed(VenueError.Rejected _) -> "rejected";
      case Reply.Failed(VenueError.Unknown _) -> "unknown";
      case Reply.Failed(VenueError.Fatal _) -> "fatal";
    };
  }

  /** Each of eight waits at the server until all eight are there. */
  @Test
  void eightAreOnTheirWayAtOnceAndAHangingOneLeavesThemAlone() {
    VenueHttp http = http(transport, 20_000);
    List<Reply> hanging = new ArrayList<>();
    calls.put("/hang", new AtomicInteger());
    for (int i = 0; i < 20; i++) {
      http.doWork(); // the clock first, which has a place of its own among the eight
      LockSupport.parkNanos(5_000_000L);
    }
    List<VenueRequest> wide = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      wide.add(request(false, "wide"));
    }
    assertThat(ask(http, wide)).allMatch(Reply.Done.class::isInstance);
    http.submit(request(true, "hang"), hanging::add);
    assertThat(ask(http, List.of(request(false, "wide")))).allMatch(Reply.Done.class::isInstance);
    assertThat(hanging).isEmpty();
  }

  @Test
  void aPortWithoutAServerSawNothing() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (JdkTransport nowhere = new JdkTransport("test", URI.create("http://127.0.0.1:" + port))) {
      Reply reply = ask(http(nowhere, 5_000), List.of(request(true, "order"))).getFirst();
      assertThat(reply).asString().contains("NO_CONNECTION").contains("ConnectException");
    }
  }

  @Test
  void theVenuesClockIsMeasured() {
    VenueHttp http = http(transport, 5_000);
    ask(http, List.of(VenueRequest.get("/200", 1)));
    while (http.offset().isDue(new WallClock().nowNs())) {
      http.doWork();
    }
    assertThat(Math.abs(http.offset().offsetNs())).isLessThan(5 * Utc.SECOND_NS);
  }
}
