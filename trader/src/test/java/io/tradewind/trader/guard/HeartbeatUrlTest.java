package io.tradewind.trader.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.trader.world.VirtualTime;
import io.tradewind.trader.world.World;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.WireRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is called outside, when, and what is told of it. */
class HeartbeatUrlTest {
  private static final long SECOND = Utc.SECOND_NS;
  private static final URI ADDRESS = URI.create("https://watch.example/s3cr3t-id?rid=1");

  private final VirtualTime time = new VirtualTime(World.START_NS);
  private final Customer.Board board = new Customer.Board();
  private final List<String> called = new ArrayList<>();
  private Level health = Level.UP;

  private Transport answering(Consumer<Consumer<Outcome>> how) {
    return (WireRequest request, long timeoutNs, Consumer<Outcome> done) -> {
      called.add((time.nowNs() - World.START_NS) / SECOND + " " + request.target());
      how.accept(done);
      return () -> {};
    };
  }

  private static Outcome answer(int status) {
    return new Outcome.Answered(status, Map.of(), "OK");
  }

  private void run(HeartbeatUrl url, int seconds) {
    for (int i = 0; i < seconds; i++) {
      url.doWork();
      url.doWork();
      time.run(time.nowNs() + SECOND);
    }
  }

  private HeartbeatUrl url(Transport transport, HeartbeatUrl.Settings settings) {
    return new HeartbeatUrl(transport, time, settings, () -> health, board);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          UP,       false, 0 /s3cr3t-id?rid=1, 60 /s3cr3t-id?rid=1
          DEGRADED, false, 0 /s3cr3t-id?rid=1, 60 /s3cr3t-id?rid=1
          UP,       true,  0 /s3cr3t-id?rid=1, 60 /s3cr3t-id?rid=1
          DOWN,     true,  0 /s3cr3t-id/fail?rid=1, 60 /s3cr3t-id/fail?rid=1
          DOWN,     false, '', ''
          """)
  void itIsCalledByHealth(Level now, boolean withFail, String first, String second) {
    health = now;
    HeartbeatUrl.Settings settings =
        withFail
            ? HeartbeatUrl.Settings.withFail(ADDRESS, 60 * SECOND)
            : HeartbeatUrl.Settings.of(ADDRESS, 60 * SECOND);
    run(url(answering(done -> done.accept(answer(200))), settings), 100);
    assertThat(called).isEqualTo(first.isEmpty() ? List.of() : List.of(first, second));
    assertThat(settings.toString()).doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @CsvSource({"200, UP", "204, UP", "404, DEGRADED", "503, DEGRADED", "302, DEGRADED"})
  void whatItAnswersIsTold(int status, String level) {
    run(
        url(
            answering(done -> done.accept(answer(status))),
            HeartbeatUrl.Settings.of(ADDRESS, 60 * SECOND)),
        10);
    assertThat(board.now.get(HeartbeatUrl.COMPONENT)).startsWith(level).doesNotContain("s3cr3t");
  }

  @Test
  void silenceIsToldAndDoesNotHoldUpTheNextCall() {
    List<Consumer<Outcome>> waiting = new ArrayList<>();
    HeartbeatUrl url = url(answering(waiting::add), HeartbeatUrl.Settings.of(ADDRESS, 60 * SECOND));
    run(url, 130);
    assertThat(called).hasSize(3);
    assertThat(board.changes).containsExactly("outside heartbeat DEGRADED");
    // Of the call before the last nobody waits any more.
    waiting.get(1).accept(answer(200));
    run(url, 1);
    assertThat(board.now.get(HeartbeatUrl.COMPONENT)).startsWith("DEGRADED");
    waiting.get(2).accept(answer(200));
    run(url, 1);
    assertThat(board.now).containsEntry(HeartbeatUrl.COMPONENT, "UP");
  }
}
