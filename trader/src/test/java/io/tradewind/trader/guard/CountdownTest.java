package io.tradewind.trader.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.trader.world.NetPlan;
import io.tradewind.trader.world.VirtualTime;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.VenueHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The venue counts down for as long as somebody lives, and takes back what he leaves. */
class CountdownTest {
  private static final long SECOND = Utc.SECOND_NS;

  private final Customer.Board board = new Customer.Board();
  private Set<String> wanted = Set.of("BTCUSDT");

  private Countdown countdown(World world, VenueHttp http) {
    return new Countdown(http, world.time(), Countdown.Settings.STANDARD, () -> wanted, board);
  }

  private static World world(NetPlan net) {
    return new World(
        World.Terms.usual(
            1, Weather.CLEAR.with(FaultPlan.NONE.with(FaultSetting.LATENCY_MS, 20)).with(net)));
  }

  @Test
  void theBookIsClearedAMinuteAfterADeathAndConditionalOrdersStay() {
    World world = world(NetPlan.CALM);
    Customer customer = new Customer(world, Market.PERP);
    customer.placeAll();
    Countdown countdown = countdown(world, customer.http);
    Set<String> placed = customer.open();
    world.run(300 * SECOND, () -> countdown.doWork() + customer.http.doWork());
    assertThat(customer.open()).isEqualTo(placed);
    assertThat(board.changes).containsExactly("countdown UP");
    world.run(49 * SECOND, () -> 0);
    assertThat(customer.open()).isEqualTo(placed);
    world.run(13 * SECOND, () -> 0);
    assertThat(customer.open()).containsExactly("tw7_2_o1", "tw7_3_s0", "tw7_5_o0");
  }

  @Test
  void aGoodEndTakesItBack() {
    World world = world(NetPlan.CALM);
    Customer customer = new Customer(world, Market.PERP);
    customer.placeAll();
    Countdown countdown = countdown(world, customer.http);
    Set<String> placed = customer.open();
    world.run(15 * SECOND, () -> countdown.doWork() + customer.http.doWork());
    assertThat(countdown.isClear()).isFalse();
    countdown.end();
    assertThat(
            world.run(
                5 * SECOND, () -> countdown.doWork() + customer.http.doWork(), countdown::isClear))
        .isTrue();
    world.run(120 * SECOND, () -> 0);
    assertThat(customer.open()).isEqualTo(placed);
  }

  /** Where nothing opens any more, what is left of the symbol is not to be taken back. */
  @Test
  void aSymbolWithoutEntriesIsLetGo() {
    World world = world(NetPlan.CALM);
    Customer customer = new Customer(world, Market.PERP);
    customer.placeAll();
    Countdown countdown = countdown(world, customer.http);
    Set<String> placed = customer.open();
    world.run(15 * SECOND, () -> countdown.doWork() + customer.http.doWork());
    wanted = Set.of();
    world.run(15 * SECOND, () -> countdown.doWork() + customer.http.doWork());
    assertThat(countdown.isClear()).isTrue();
    world.run(120 * SECOND, () -> 0);
    assertThat(customer.open()).isEqualTo(placed);
  }

  @Test
  void whereItCannotBeRenewedItIsTold() {
    long fromNs = World.START_NS + 60 * SECOND;
    World world =
        world(
            NetPlan.CALM.with(
                List.of(new NetPlan.Outage(NetPlan.Kind.REFUSED, fromNs, fromNs + 30 * SECOND))));
    Customer customer = new Customer(world, Market.PERP);
    Countdown countdown = countdown(world, customer.http);
    world.run(88 * SECOND, () -> countdown.doWork() + customer.http.doWork());
    assertThat(board.changes).containsExactly("countdown UP", "countdown DEGRADED");
    assertThat(board.now.get(Countdown.COMPONENT))
        .contains("BTCUSDT", "at its end its orders but stops are taken back");
    // After five failures a question for the time, every few seconds, tells that it is back.
    world.run(30 * SECOND, () -> countdown.doWork() + customer.http.doWork());
    assertThat(board.now).containsEntry(Countdown.COMPONENT, "UP");
  }

  /** However many symbols there are and however they come and go, no countdown ends by itself. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 10, 60, 200})
  void itKeepsToItsShareOfTheLimits(int symbols) {
    VirtualTime time = new VirtualTime(World.START_NS);
    Pattern asked = Pattern.compile("symbol=([A-Z0-9]+)&countdownTime=([0-9]+)");
    SortedMap<String, Long> endsNs = new TreeMap<>();
    List<Long> sentNs = new ArrayList<>();
    VenueHttp http =
        new FakeVenue(
                time,
                request -> {
                  Matcher matcher = asked.matcher(request.target());
                  if (matcher.find()) {
                    sentNs.add(time.nowNs());
                    long endNs = time.nowNs() + Long.parseLong(matcher.group(2)) * 1_000_000;
                    Long before = endsNs.put(matcher.group(1), endNs);
                    assertThat(before == null || before > time.nowNs()).isTrue();
                  }
                  return new Outcome.Answered(
                      200, Map.of(), "{\"serverTime\":" + time.wallMs() + "}");
                })
            .http(Market.PERP);
    wanted =
        IntStream.range(0, symbols)
            .mapToObj("S%03d"::formatted)
            .collect(Collectors.toCollection(TreeSet::new));
    Countdown countdown =
        new Countdown(http, time, Countdown.Settings.STANDARD, () -> wanted, board);
    for (int i = 0; i < 36_000; i++) {
      time.run(time.nowNs() + SECOND / 10);
      while (countdown.doWork() + http.doWork() > 0) {}
    }
    assertThat(endsNs).hasSize(symbols);
    assertThat(endsNs.values()).allMatch(endNs -> endNs > time.nowNs());
    long minutes = 60;
    assertThat(sentNs.size()).isBetween((int) (minutes * 5), (int) (minutes * 24 + 1));
    for (int i = 24; i < sentNs.size(); i++) {
      assertThat(sentNs.get(i) - sentNs.get(i - 24)).isGreaterThanOrEqualTo(60 * SECOND);
    }
  }
}
