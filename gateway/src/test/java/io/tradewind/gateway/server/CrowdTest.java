package io.tradewind.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.status.TraderStatus.Activity;
import io.tradewind.gateway.OpenServer;
import io.tradewind.gateway.Sample;
import io.tradewind.gateway.json.StatusReading;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many look while something is asked for. */
class CrowdTest {
  private static final int LOOKS = 1000;
  private static final int WISHES = 100;
  private static final List<String> PATHS =
      List.of("/health", "/status", "/metrics", "/positions", "/ready");
  private static final TraderStatus CALM = Sample.status();
  private static final TraderStatus SICK =
      Sample.status(Activity.PAUSED, Sample.components("feed down, orders up"));

  @Test
  void allAreAnsweredWholly() throws InterruptedException, ExecutionException {
    try (OpenServer server = new OpenServer();
        ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<HttpResponse<String>>> looks = new ArrayList<>();
      for (int i = 0; i < LOOKS; i++) {
        String path = PATHS.get(i % PATHS.size());
        looks.add(
            crowd.submit(() -> {
              start.await();
              return server.get(path);
            }));
      }
      List<Future<HttpResponse<String>>> wishes = new ArrayList<>();
      for (int i = 0; i < WISHES; i++) {
        String by = "{\"by\":\"person " + i + "\"}";
        TraderStatus next = i % 2 == 0 ? SICK : CALM;
        wishes.add(
            crowd.submit(() -> {
              start.await();
              server.session.set(next);
              return server.ask("pause", by);
            }));
      }
      start.countDown();
      for (int i = 0; i < LOOKS; i++) {
        isWhole(PATHS.get(i % PATHS.size()), looks.get(i).get());
      }
      for (Future<HttpResponse<String>> each : wishes) {
        assertThat(each.get().statusCode()).isEqualTo(200);
      }
      assertThat(server.session.asked())
          .hasSize(WISHES)
          .doesNotHaveDuplicates()
          .allSatisfy(each -> assertThat(each.toString()).contains("paused by person "));
    }
  }

  /** It is of one of the two moments, not a mixture. */
  private static void isWhole(String path, HttpResponse<String> response) {
    String body = response.body();
    boolean isSick = body.contains("\"paused\"");
    switch (path) {
      case "/health", "/ready" -> {
        assertThat(response.statusCode()).isEqualTo(isSick ? 503 : 200);
        assertThat(body.contains("no answer")).isEqualTo(isSick);
      }
      case "/status" ->
          assertThat(StatusReading.status(body).components())
              .isEqualTo((isSick ? SICK : CALM).components());
      case "/metrics" ->
          assertThat(body.contains("tradewind_activity{activity=\"paused\"} 1.0"))
              .isEqualTo(body.contains("tradewind_component_up{component=\"feed\"} 0.0"))
              .isEqualTo(body.contains("component=\"orders\""));
      default -> assertThat(StatusReading.positions(body)).hasSize(CALM.positions().size());
    }
  }
}
