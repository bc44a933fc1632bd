package io.tradewind.trader.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.time.Utc;
import io.tradewind.exchange.fault.Count;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.stream.SocketTransport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of requests and sockets on the way. */
class VirtualNetTest {
  private static final long SECOND = Utc.SECOND_NS;
  private static final long FROM = World.START_NS + 10 * SECOND;
  private static final int CALLS = 20;
  private static final URI TRADES = URI.create("ws://exchange/stream?streams=btcusdt@trade");
  private static final World.Cycle NOBODY = () -> 0;

  private static World world(NetPlan net, FaultPlan faults) {
    return new World(World.Terms.usual(1, Weather.CLEAR.with(net).with(faults)));
  }

  private static World world(FaultPlan faults) {
    return world(NetPlan.CALM, faults);
  }

  private static World out(NetPlan.Kind kind, long seconds) {
    NetPlan.Outage outage = new NetPlan.Outage(kind, FROM, FROM + seconds * SECOND);
    return world(NetPlan.CALM.with(List.of(outage)), FaultPlan.NONE);
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered -> Integer.toString(answered.status());
      case Outcome.Unanswered(Outcome.Fault fault, String _) -> fault.toString();
    };
  }

  /** Twenty questions for the time in the midst of an outage; each waits ten seconds. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OUT     | 8  | 200 NOT_SENT      | some
          OUT     | 14 | NOT_SENT TIMEOUT  | some
          OUT     | 60 | NOT_SENT TIMEOUT  | none
          IN      | 8  | 200 NOT_SENT      | some
          IN      | 60 | NOT_SENT TIMEOUT  | some
          BOTH    | 8  | 200 NOT_SENT      | some
          BOTH    | 60 | NOT_SENT TIMEOUT  | none
          REFUSED | 8  | NOT_SENT          | none
          """)
  void outagesOfRequests(NetPlan.Kind kind, long seconds, String words, String arrived) {
    World world = out(kind, seconds);
    VirtualHost host = world.net().host();
    TreeSet<String> told = new TreeSet<>();
    int[] count = new int[1];
    world.run(11 * SECOND, NOBODY);
    for (int i = 0; i < CALLS; i++) {
      host.send(
          new WireRequest(Method.GET, "/api/v3/time", List.of(), ""),
          10 * SECOND,
          outcome -> {
            told.add(word(outcome));
            count[0]++;
          });
    }
    world.run(120 * SECOND, NOBODY);
    assertThat(String.join(" ", told)).isEqualTo(words);
    assertThat(count[0]).isEqualTo(CALLS);
    long calls = world.exchange().desk().counted(Count.CALLS);
    assertThat(calls > 0 ? "some" : "none").isEqualTo(arrived);
    assertThat(calls).isLessThan(CALLS);
  }

  @Test
  void aRateOfConnectionsIsRefused() {
    NetPlan plan = new NetPlan(3, 100_000, 0.5, Long.MAX_VALUE, List.of());
    World world = world(plan, FaultPlan.NONE);
    VirtualHost host = world.net().host();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      host.send(
          new WireRequest(Method.GET, "/api/v3/ping", List.of(), ""),
          SECOND,
          outcome -> told.add(word(outcome)));
    }
    world.run(5 * SECOND, NOBODY);
    assertThat(told).hasSize(100).containsOnly("200", "NOT_SENT");
    assertThat(told.stream().filter("200"::equals).count()).isBetween(30L, 70L);
  }

  /** What a host's socket was told, in words. */
  private static final class Ear implements SocketTransport.Events {
    private final List<String> told = new ArrayList<>();
    private long texts;

    @Override
    public void opened() {
      told.add("opened");
    }

    @Override
    public void text(String text) {
      texts++;
    }

    @Override
    public void alive() {
      told.add("alive");
    }

    @Override
    public void ended(String why) {
      told.add(why);
    }
  }

  /** A client that does not ask is not given. */
  @Test
  void textsComeAsTheyAreAskedFor() {
    World world = world(FaultPlan.NONE);
    Ear ear = new Ear();
    SocketTransport.Connection socket = world.net().host().connect(TRADES, ear);
    world.run(30 * SECOND, NOBODY);
    assertThat(ear.told).containsExactly("opened");
    assertThat(ear.texts).isZero();
    socket.more();
    socket.more();
    world.run(SECOND, NOBODY);
    assertThat(ear.texts).isEqualTo(2);
  }

  @Test
  void theExchangePingsAndAnswersPings() {
    World world = world(FaultPlan.NONE);
    Ear ear = new Ear();
    SocketTransport.Connection socket =
        world.net().host().connect(URI.create("ws://exchange/stream?streams=none@trade"), ear);
    world.run(SECOND, NOBODY);
    socket.more();
    socket.ping();
    world.run(SECOND, NOBODY);
    assertThat(ear.told).containsExactly("opened", "alive");
    world.run(20 * SECOND, NOBODY);
    assertThat(ear.told).containsExactly("opened", "alive", "alive");
    world.run(120 * SECOND, NOBODY);
    assertThat(world.exchange().desk().counted(Count.SOCKETS_SILENT)).isZero();
  }

  /** From the tenth second on; what is asked for then, by a client that asks for all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OUT     | 8  | opened alive alive
          IN      | 8  | opened alive alive
          BOTH    | 8  | opened alive alive
          OUT     | 90 | opened alive alive alive closed by the venue, code 1008
          IN      | 90 | opened
          REFUSED | 90 | opened alive alive alive alive
          """)
  void outagesOfSockets(NetPlan.Kind kind, long seconds, String told) {
    World world = out(kind, seconds);
    Ear ear = new Ear();
    SocketTransport.Connection socket = world.net().host().connect(TRADES, ear);
    for (int i = 0; i < 10_000; i++) {
      socket.more();
    }
    long until = seconds < 60 ? 50 * SECOND : 100 * SECOND;
    world.run(until, NOBODY);
    assertThat(String.join(" ", ear.told)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CLOSE     | opened closed by the venue, code 1001
          CUT       | opened the line broke (IOException)
          HALF_OPEN | opened
          """)
  void blowsToSockets(Weather.Kind kind, String told) {
    Weather weather =
        new Weather(
            FaultPlan.NONE,
            NetPlan.CALM,
            List.of(new Weather.Blow(kind, FROM, SECOND)),
            Long.MIN_VALUE);
    World world = new World(World.Terms.usual(1, weather));
    Ear ear = new Ear();
    SocketTransport.Connection socket = world.net().host().connect(TRADES, ear);
    for (int i = 0; i < 10_000; i++) {
      socket.more();
    }
    world.run(11 * SECOND, NOBODY);
    long texts = ear.texts;
    socket.ping();
    world.run(SECOND * 60, NOBODY);
    assertThat(String.join(" ", ear.told)).isEqualTo(told);
    assertThat(ear.texts).isEqualTo(texts).isPositive();
  }

  /** Connections that can't be made are told, at once or in time. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REFUSED | no connection (ConnectException)
          OUT     | no connection (HttpConnectTimeoutException)
          IN      | no connection (HttpConnectTimeoutException)
          """)
  void socketsThatDoNotOpen(NetPlan.Kind kind, String told) {
    World world = out(kind, 40);
    Ear ear = new Ear();
    world.run(11 * SECOND, NOBODY);
    world.net().host().connect(TRADES, ear);
    world.run(20 * SECOND, NOBODY);
    assertThat(ear.told).containsExactly(told);
  }

  @Test
  void downForMaintenanceThereIsNoSocket() {
    World world = world(FaultPlan.NONE);
    world.exchange().front().change(FaultPlan.NONE.withMaintenance(true));
    world.run(2 * SECOND, NOBODY);
    Ear ear = new Ear();
    world.net().host().connect(TRADES, ear);
    world.run(SECOND, NOBODY);
    assertThat(ear.told).containsExactly("no connection (WebSocketHandshakeException)");
  }

  @Test
  void afterADeathNothingIsTold() {
    World world = world(FaultPlan.NONE.with(FaultSetting.LATENCY_MS, 1_000));
    VirtualHost host = world.net().host();
    Ear ear = new Ear();
    SocketTransport.Connection socket = host.connect(TRADES, ear);
    List<Outcome> told = new ArrayList<>();
    world.run(SECOND, NOBODY);
    socket.more();
    host.send(new WireRequest(Method.GET, "/api/v3/time", List.of(), ""), 10 * SECOND, told::add);
    host.die();
    world.run(60 * SECOND, NOBODY);
    assertThat(ear.told).containsExactly("opened");
    assertThat(ear.texts).isZero();
    assertThat(told).isEmpty();
    assertThat(world.exchange().desk().counted(Count.SUCCESSES)).isEqualTo(1);
  }
}
