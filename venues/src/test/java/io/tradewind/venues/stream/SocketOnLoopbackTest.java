package io.tradewind.venues.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.stream.SocketServer.Peer;
import io.tradewind.venues.time.Backoff;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same over real sockets; the clock is ours, the lines are real. */
@Timeout(60)
class SocketOnLoopbackTest {
  private final ManualClock clock = new ManualClock(1_000_000 * Utc.SECOND_NS);
  private final List<String> log = new ArrayList<>();
  private final JdkSocketTransport transport = new JdkSocketTransport(200_000);
  private SocketServer server;
  private VenueSocket socket;

  @BeforeEach
  void open() throws IOException {
    server = new SocketServer();
    socket = socket(StreamKind.MARKET, 1000, SocketSettings.STANDARD);
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    transport.close();
    server.close();
  }

  private VenueSocket socket(StreamKind kind, int capacity, SocketSettings settings) {
    return new VenueSocket(
        new StreamSpec(server::uri, List.of("hello"), kind, capacity, StreamSpec.Names.PLAIN),
        settings,
        new VenueSocket.Line(transport, clock),
        new Backoff(1, 1, new SplitMix(5)),
        new StreamListener() {
          @Override
          public void onText(StreamText text) {
            log.add(text.text().length() > 20 ? "text of " + text.text().length() : text.text());
          }

          @Override
          public void onState(StreamState state) {
            log.add(state.getClass().getSimpleName());
          }
        });
  }

  private void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new AssertionError("not in time, told so far: " + log);
      }
      if (socket.doWork() == 0) {
        LockSupport.parkNanos(200_000L);
      }
    }
  }

  private Peer connected() throws InterruptedException {
    socket.doWork();
    Peer peer = server.next();
    until(() -> !peer.heard.isEmpty());
    assertThat(peer.heard.take()).isEqualTo("hello");
    return peer;
  }

  @Test
  void textsComeWholeAndPingsAreAnswered() throws Exception {
    Peer peer = connected();
    peer.text("one");
    peer.parts("tw", "o");
    peer.ping();
    peer.text("x".repeat(60_000));
    until(() -> log.contains("text of 60000"));
    until(() -> peer.pongs.get() == 2);
    assertThat(log).containsExactly("Connecting", "Live", "one", "two", "text of 60000");
  }

  /** Whoever uses the threads that all share, and blocks them, keeps no word from coming. */
  @Test
  void itIsHeardWhileTheCommonPoolIsBlocked() throws Exception {
    Peer peer = connected();
    CountDownLatch blocked = new CountDownLatch(1);
    List<ForkJoinTask<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      tasks.add(
          ForkJoinPool.commonPool()
              .submit(() -> {
                blocked.await();
                return "free";
              }));
    }
    try {
      peer.text("one");
      peer.ping();
      until(() -> log.contains("one"));
      until(() -> peer.pongs.get() == 1);
      assertThat(socket.send("answer")).isTrue();
      assertThat(peer.heard.take()).isEqualTo("answer");
    } finally {
      blocked.countDown();
      tasks.forEach(ForkJoinTask::join);
    }
  }

  @Test
  void whatIsCutComesBack() throws Exception {
    Peer first = connected();
    first.text("one");
    until(() -> log.contains("one"));
    first.drop();
    until(() -> log.contains("Down"));
    clock.advance(1);
    Peer second = connected();
    second.text("two");
    second.sayGoodbye();
    until(() -> log.contains("two"));
    until(() -> log.getLast().equals("Down"));
    assertThat(log)
        .containsExactly("Connecting", "Live", "one", "Down", "Connecting", "Live", "two", "Down");
  }

  @Test
  void aLineThatIsDeadInOneDirectionIsNoticed() throws Exception {
    Peer peer = connected();
    clock.advance(16 * Utc.SECOND_NS);
    socket.doWork(); // asks, and is answered
    peer.text("there");
    until(() -> log.contains("there"));
    peer.fallSilent();
    LockSupport.parkNanos(20_000_000L); // lets the answer to the question come first
    clock.advance(16 * Utc.SECOND_NS);
    socket.doWork();
    clock.advance(10 * Utc.SECOND_NS);
    until(() -> log.contains("Down"));
    assertThat(log).containsExactly("Connecting", "Live", "there", "Down");
  }

  @Test
  void atARenewalNothingIsLostOrToldTwice() throws Exception {
    SocketSettings usual = SocketSettings.STANDARD;
    long lifeNs = 20 * Utc.SECOND_NS; // less than it may be quiet
    socket =
        socket(
            StreamKind.MARKET,
            1000,
            new SocketSettings(
                usual.connectNs(), usual.quietNs(), usual.deadNs(), lifeNs, usual.overlapNs()));
    Peer first = connected();
    first.text("e0");
    until(() -> log.contains("e0"));
    clock.advance(lifeNs);
    first.text("e1");
    until(() -> log.contains("Renewing"));
    Peer second = server.next();
    until(() -> !second.heard.isEmpty());
    second.text("e2"); // ahead of the first
    second.text("e3");
    first.text("e2");
    until(() -> log.contains("e2"));
    first.text("e3");
    first.text("e4");
    until(() -> log.contains("e4"));
    second.text("e4"); // behind it
    second.text("e5");
    LockSupport.parkNanos(20_000_000L);
    clock.advance(6 * Utc.SECOND_NS);
    until(() -> log.contains("e5"));
    until(() -> first.heard.contains("gone"));
    second.text("e6");
    until(() -> log.contains("e6"));
    assertThat(log.stream().filter(text -> text.startsWith("e")))
        .containsExactly("e0", "e1", "e2", "e3", "e4", "e5", "e6");
  }

  @Test
  void aTextTooLargeEndsTheConnection() throws Exception {
    Peer peer = connected();
    for (int i = 0; i < 3; i++) {
      peer.text("small");
    }
    until(() -> log.contains("small"));
    JdkSocketTransport narrow = new JdkSocketTransport(10);
    List<String> told = new ArrayList<>();
    SocketTransport.Connection connection =
        narrow.connect(
            server.uri(),
            new SocketTransport.Events() {
              @Override
              public void opened() {}

              @Override
              public void text(String text) {}

              @Override
              public void alive() {}

              @Override
              public synchronized void ended(String why) {
                synchronized (told) {
                  told.add(why);
                }
              }
            });
    Peer other = server.next();
    connection.more();
    other.text("more than ten");
    until(() -> {
      connection.more();
      synchronized (told) {
        return !told.isEmpty();
      }
    });
    assertThat(told).containsExactly("a text larger than allowed");
    narrow.close();
  }

  @Test
  void anAccountsTextsWaitAtTheVenue() throws Exception {
    socket = socket(StreamKind.ACCOUNT, 2, SocketSettings.STANDARD);
    Peer peer = connected();
    for (int i = 0; i < 50; i++) {
      peer.text("e" + i);
    }
    until(() -> log.contains("e49"));
    assertThat(log).hasSize(52);
    assertThat(socket.counts().dropped()).isZero();
  }
}
