package io.tradewind.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.Performance;
import io.tradewind.core.status.StatusPort;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.status.TraderStatus.Activity;
import io.tradewind.core.status.Vitals;
import io.tradewind.core.time.Utc;
import io.tradewind.gateway.OpenServer;
import io.tradewind.gateway.Sample;
import io.tradewind.gateway.TestSession;
import io.tradewind.gateway.auth.Token;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told to who only looks, to the letter. */
class HealthApiTest {
  private static OpenServer server;

  @BeforeAll
  static void open() {
    server = new OpenServer();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /** A line each for path, status and body; the quotes of JSON are left out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /health          | {health:up,activity:trading,session:alpha,mode:paper,time:2026-03-01T12:00:00Z,started:2026-03-01T10:59:30Z,uptimeSeconds:3630,components:[{name:feed,level:up,since:2026-03-01T10:59:30Z,why:,isNeeded:true}]}
          /ready           | {isReady:true,activity:trading,why:[]}
          /positions       | {time:2026-03-01T12:00:00Z,positions:[{strategy:trend,symbol:binance:BTC/USDT,quantity:0.1,entry:60000,mark:60500.5,unrealised:50.05,stop:59000,since:2026-03-01T11:00:00.500Z},{strategy:basis,symbol:binance:ETH/USDT:USDT,quantity:-10,entry:3000,mark:3010,unrealised:-100,stop:null,since:2026-03-01T11:30:00Z}]}
          /orders          | {time:2026-03-01T12:00:00Z,orders:[{orderId:7000000001,strategy:trend,symbol:binance:BTC/USDT,side:sell,purpose:stop,what:stop at 59000,state:partly-filled,filled:0.00000001}]}
          /status          | {health:up,activity:trading,session:alpha,mode:paper,time:2026-03-01T12:00:00Z,started:2026-03-01T10:59:30Z,uptimeSeconds:3630,account:{currency:USDT,equity:10250.5,free:4000,today:-12.34,total:250.5},positions:[{strategy:trend,symbol:binance:BTC/USDT,quantity:0.1,entry:60000,mark:60500.5,unrealised:50.05,stop:59000,since:2026-03-01T11:00:00.500Z},{strategy:basis,symbol:binance:ETH/USDT:USDT,quantity:-10,entry:3000,mark:3010,unrealised:-100,stop:null,since:2026-03-01T11:30:00Z}],orders:[{orderId:7000000001,strategy:trend,symbol:binance:BTC/USDT,side:sell,purpose:stop,what:stop at 59000,state:partly-filled,filled:0.00000001}],locks:[{reason:stop-guard,symbol:binance:BTC/USDT,side:long,since:2026-03-01T11:45:00Z,until:2026-03-01T12:45:00Z,instrument:0}],components:[{name:feed,level:up,since:2026-03-01T10:59:30Z,why:,isNeeded:true}],traffic:{inputs:90000,signals:41,orders:17,fills:19,trades:8,refusals:24,errors:2},performance:{trades:8,wins:5,winRate:0.625,result:250.5,averageResult:31.3125,profitFactor:2.6728,won:400.25,lost:-149.75,best:120,worst:-80.5},vitals:{memory:{usedBytes:64000000,committedBytes:128000000,maxBytes:512000000},sources:[{name:account stream,last:null},{name:market data,last:2026-03-01T11:59:59.500Z}],buffers:[{name:market stream,waiting:12,capacity:50000}],calls:[{name:GET /api/v3/order,count:2,failures:2,p50Ns:3014655,p90Ns:12000000000,p99Ns:12000000000,p999Ns:12000000000,maxNs:12000000000,sumNs:12003000000,buckets:[0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,1]}],steps:[{name:journal,count:1,backward:0,p50Ns:400,p90Ns:400,p99Ns:400,p999Ns:400,maxNs:400,sumNs:400,buckets:[1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}]}}
          /api/performance | {time:2026-03-01T12:00:00Z,currency:USDT,trades:8,wins:5,winRate:0.625,result:250.5,averageResult:31.3125,profitFactor:2.6728,won:400.25,lost:-149.75,best:120,worst:-80.5,summary:8 trades, 5 won (62.5%), 250.5 USDT in all}
          """)
  void aPageIsToTheLetter(String path, String body) {
    server.session.set(Sample.status());
    HttpResponse<String> response = server.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/json;charset=utf-8");
    assertThat(response.body().replace("\"", "")).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scanning   | feed up                               | 200 | up       | 200 |
          trading    | feed up, orders degraded              | 200 | degraded | 200 |
          trading    | feed down, orders up                  | 503 | down     | 503 | feed is down: no answer
          trading    | feed down, orders down                | 503 | down     | 503 | feed is down: no answer;orders is down: no answer
          trading    | feed up, database down optional       | 200 | degraded | 200 |
          trading    | feed up, telegram degraded optional   | 200 | degraded | 200 |
          warming-up | feed up                               | 200 | up       | 200 |
          paused     | feed up                               | 200 | up       | 200 |
          starting   | feed up                               | 200 | up       | 503 | the session is starting
          stopping   | feed up                               | 200 | up       | 503 | the session is stopping
          starting   | feed down                             | 503 | down     | 503 | the session is starting;feed is down: no answer
          """)
  void healthAndReadiness(
      String activity, String parts, int health, String level, int ready, String why) {
    server.session.set(
        Sample.status(
            Activity.valueOf(activity.toUpperCase(Locale.ROOT).replace('-', '_')),
            Sample.components(parts)));
    HttpResponse<String> told = server.get("/health");
    assertThat(told.statusCode()).isEqualTo(health);
    assertThat(told.body()).startsWith("{\"health\":\"" + level + "\",\"activity\":\"" + activity);
    HttpResponse<String> readiness = server.get("/ready");
    assertThat(readiness.statusCode()).isEqualTo(ready);
    String reasons = why == null ? "" : "\"" + why.replace(";", "\",\"") + "\"";
    assertThat(readiness.body()).endsWith(",\"why\":[" + reasons + "]}");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0,  200
          30, 200
          31, 503
          """)
  void aSessionThatSaysNothingIsDown(int ageSeconds, int status) {
    server.session.set(Sample.status());
    server.setNow(Sample.NOW_NS + ageSeconds * Utc.SECOND_NS);
    try {
      assertThat(server.get("/health").statusCode()).isEqualTo(status);
      assertThat(server.get("/ready").statusCode()).isEqualTo(status);
      assertThat(
              server.get("/ready").body().contains("session is down: it has said nothing for 31 s"))
          .isEqualTo(status == 503);
      assertThat(server.get("/status").body().contains("it has said nothing"))
          .isEqualTo(status == 503);
    } finally {
      server.setNow(Sample.NOW_NS);
    }
  }

  @Test
  void whatIsUndefinedIsNull() {
    TraderStatus some = Sample.status();
    server.session.set(
        new TraderStatus(
            some.timeNs(),
            some.session(),
            some.mode(),
            some.startedNs(),
            some.activity(),
            some.account(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            TraderStatus.Traffic.NONE,
            Performance.NONE,
            Vitals.NONE));
    assertThat(server.get("/api/performance").body())
        .contains("\"winRate\":null", "\"profitFactor\":null", "\"best\":null")
        .contains("\"result\":0,", "\"summary\":\"no trade was closed yet\"");
    assertThat(server.get("/health").body()).contains("\"health\":\"up\"", "\"components\":[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /nothing             | 404 | path   | there is no /nothing; there are /api/performance, /health, /metrics, /orders, /positions, /ready, /status, /control/close-all, /control/emergency-stop, /control/lift-lock, /control/pause, /control/resume, /control/stop
          GET    | /                    | 404 | path   | there is no /;
          GET    | /health/             | 404 | path   | there is no /health/;
          POST   | /nothing             | 404 | path   | there is no /nothing;
          POST   | /health              | 405 | method | /health takes GET only
          DELETE | /orders              | 405 | method | /orders takes GET only
          PUT    | /control/pause       | 405 | method | /control/pause takes POST only
          GET    | /control/stop        | 405 | method | /control/stop takes POST only
          BREW   | /health              | 405 | method | /health takes GET only
          """)
  void aMistakeIsTold(String method, String path, int status, String error, String message) {
    HttpResponse<String> response =
        server.send(server.request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).startsWith("{\"error\":\"" + error + "\",\"message\":\"" + message);
    if (status == 405) {
      assertThat(response.headers().firstValue("Allow"))
          .contains(path.startsWith("/control") ? "POST" : "GET");
    }
  }

  @ParameterizedTest
  @CsvSource({"GET, /health", "GET, /nothing", "BREW, /health", "POST, /control/stop"})
  void everyAnswerIsKeptFromPages(String method, String path) {
    HttpResponse<String> response =
        server.send(server.request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    assertThat(response.headers().map())
        .containsEntry("cache-control", List.of("no-store"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("x-frame-options", List.of("DENY"))
        .containsEntry("referrer-policy", List.of("no-referrer"))
        .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
        .containsEntry(
            "content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"))
        .containsEntry("tradewind-api", List.of("1"))
        .doesNotContainKeys("server", "access-control-allow-origin");
  }

  @Test
  void aHeadIsAnswered() {
    server.session.set(Sample.status());
    HttpResponse<String> response =
        server.send(server.request("/ready").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void whatGoesWrongInsideStaysInside() throws IOException, InterruptedException {
    TestSession session = new TestSession();
    List<TraderStatus> told = new java.util.ArrayList<>(List.of(session.status()));
    StatusPort broken =
        () -> {
          if (told.isEmpty()) {
            throw new IllegalStateException("password hunter2");
          }
          return told.removeFirst();
        };
    try (ControlServer server =
            ControlServer.start(
                OpenServer.SETTINGS,
                new Door(broken, session, session::stop),
                Token.random(),
                () -> Sample.NOW_NS);
        HttpClient http = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + "/health");
      HttpResponse<String> response =
          http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body())
          .isEqualTo(
              "{\"error\":\"internal\",\"message\":"
                  + "\"the session could not be asked: IllegalStateException\"}");
    }
  }

  @Test
  void theWorstPartCounts() {
    assertThat(Sample.status(Activity.SCANNING, Sample.components("a up, b degraded")).health())
        .isEqualTo(ComponentStatus.Level.DEGRADED);
    assertThat(
            Sample.status(Activity.SCANNING, Sample.components("a down optional, b up")).health())
        .isEqualTo(ComponentStatus.Level.DEGRADED);
  }
}
