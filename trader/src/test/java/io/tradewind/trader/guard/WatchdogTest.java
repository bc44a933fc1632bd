package io.tradewind.trader.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.trader.world.NetPlan;
import io.tradewind.trader.world.VirtualHost;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.VenueRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that trades dies, in all weathers; another one looks after what it left. */
class WatchdogTest {
  private static final long SECOND = Utc.SECOND_NS;
  private static final SortedSet<String> ENTRIES = new TreeSet<>(List.of("tw7_1_o0", "tw7_5_o0"));

  private final List<WatchdogNews> news = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private final VolatileDisk disk = new VolatileDisk(1, 1 << 20);
  private final Customer.Board board = new Customer.Board();

  @BeforeEach
  void clear() {
    news.clear();
    order.clear();
  }

  private Heartbeat heart(World world) {
    return new Heartbeat(
        disk, world.time(), new Heartbeat.Life(42, 7, List.of("BTCUSDT", "ETHUSDT")), board);
  }

  private Watchdog dog(World world, Market market, VirtualHost host) {
    return new Watchdog(
        new Watchdog.Line(
            market,
            Customer.http(world, market, host, Watchdog.HTTP),
            world.time(),
            Customer.faults(world)),
        Heartbeat.on(disk),
        Watchdog.Settings.STANDARD,
        told -> {
          news.add(told);
          order.add(told.getClass().getSimpleName());
        },
        board);
  }

  private static World world(long seed) {
    return new World(
        World.Terms.usual(
            seed, Weather.CLEAR.with(FaultPlan.NONE.with(FaultSetting.LATENCY_MS, 20))));
  }

  private static SortedSet<String> without(SortedSet<String> all, SortedSet<String> some) {
    SortedSet<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private boolean isClear() {
    return order.contains("Clear");
  }

  @ParameterizedTest
  @EnumSource(Market.class)
  void entriesOfTheDeadAreTakenBackAndNothingElse(Market market) {
    World world = world(1);
    Customer customer = new Customer(world, market);
    customer.placeAll();
    SortedSet<String> placed = customer.open();
    assertThat(placed).hasSize(6).containsAll(ENTRIES);
    Heartbeat heart = heart(world);
    Watchdog dog = dog(world, market, world.net().host());
    world.run(60 * SECOND, () -> heart.doWork() + dog.doWork());
    assertThat(customer.open()).isEqualTo(placed);
    assertThat(news).isEmpty();
    long diedNs = world.time().nowNs();
    boolean isDone =
        world.run(60 * SECOND, dog::doWork, () -> customer.open().equals(without(placed, ENTRIES)));
    assertThat(isDone).as("%s", news).isTrue();
    assertThat(world.time().nowNs() - diedNs).isBetween(14 * SECOND, 18 * SECOND);
    world.run(30 * SECOND, dog::doWork);
    assertThat(order).containsExactly("Lost", "TakenBack", "TakenBack", "Clear");
    assertThat(board.now.get(Watchdog.COMPONENT)).contains("DOWN", "entries are gone");
    assertThat(customer.open()).isEqualTo(without(placed, ENTRIES));
  }

  /** Who sees nothing does not say that nothing is there. */
  @Test
  void noAnswerIsNoAllClear() {
    long fromNs = World.START_NS + 10 * SECOND;
    NetPlan.Outage outage = new NetPlan.Outage(NetPlan.Kind.REFUSED, fromNs, fromNs + 100 * SECOND);
    World world =
        new World(World.Terms.usual(2, Weather.CLEAR.with(NetPlan.CALM.with(List.of(outage)))));
    Customer customer = new Customer(world, Market.SPOT);
    customer.placeAll();
    heart(world).doWork();
    Watchdog dog = dog(world, Market.SPOT, world.net().host());
    world.run(90 * SECOND, dog::doWork);
    assertThat(order).containsExactly("Lost", "Blind");
    assertThat(board.now.get(Watchdog.COMPONENT)).contains("being taken back: ");
    assertThat(world.run(60 * SECOND, dog::doWork, this::isClear)).isTrue();
    assertThat(customer.open()).doesNotContainAnyElementsOf(ENTRIES).hasSize(4);
  }

  /** Whatever the storm does, at its end the entries are gone, and nothing else is. */
  @ParameterizedTest
  @EnumSource(Market.class)
  void inAStormToo(Market market) {
    for (long seed = 1; seed <= 10; seed++) {
      clear();
      Weather storm = Weather.storm(seed, World.START_NS + 20 * SECOND, 120 * SECOND);
      World world = new World(World.Terms.usual(seed, storm.with(FaultPlan.NONE)));
      Customer customer = new Customer(world, market);
      customer.placeAll();
      world.exchange().front().change(storm.faults());
      SortedSet<String> placed = customer.open();
      Heartbeat heart = heart(world);
      heart.doWork();
      Watchdog dog = dog(world, market, world.net().host());
      boolean isDone = world.run(400 * SECOND, dog::doWork, this::isClear);
      assertThat(isDone).as("seed %s: %s", seed, news).isTrue();
      assertThat(customer.open()).as("seed %s", seed).isEqualTo(without(placed, ENTRIES));
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "10", "16", "40"})
  void itMayDieAndComeBackItself(long afterSeconds) {
    World world = world(3);
    Customer customer = new Customer(world, Market.SPOT);
    customer.placeAll();
    heart(world).doWork();
    long begunNs = world.time().nowNs();
    VirtualHost first = world.net().host();
    world.run(afterSeconds * SECOND, dog(world, Market.SPOT, first)::doWork);
    first.die();
    Watchdog second = dog(world, Market.SPOT, world.net().host());
    order.clear();
    assertThat(world.run(60 * SECOND, second::doWork, this::isClear)).isTrue();
    // It goes by the time of the sign, not by its own start.
    long tookNs = world.time().nowNs() - begunNs;
    assertThat(tookNs).isLessThan((Math.max(15, afterSeconds) + 17) * SECOND);
    assertThat(customer.open()).doesNotContainAnyElementsOf(ENTRIES).hasSize(4);
  }

  @Test
  void whoComesBackIsLeftInPeace() {
    World world = world(4);
    Customer customer = new Customer(world, Market.SPOT);
    customer.placeAll();
    heart(world).doWork();
    Watchdog dog = dog(world, Market.SPOT, world.net().host());
    assertThat(world.run(60 * SECOND, dog::doWork, this::isClear)).isTrue();
    Heartbeat again = heart(world);
    world.run(2 * SECOND, () -> again.doWork() + dog.doWork());
    assertThat(order.getLast()).isEqualTo("Back");
    assertThat(board.now).containsEntry(Watchdog.COMPONENT, "UP");
    customer.buyLow("tw7_9_o0");
    world.run(120 * SECOND, () -> again.doWork() + dog.doWork());
    assertThat(customer.open()).contains("tw7_9_o0");
    order.clear();
    assertThat(world.run(60 * SECOND, dog::doWork, this::isClear)).isTrue();
    assertThat(customer.open()).doesNotContain("tw7_9_o0");
  }

  @Test
  void whoEndsInGoodOrderKeepsHisOrders() {
    World world = world(5);
    Customer customer = new Customer(world, Market.SPOT);
    customer.placeAll();
    Heartbeat heart = heart(world);
    heart.doWork();
    heart.end();
    Watchdog dog = dog(world, Market.SPOT, world.net().host());
    world.run(120 * SECOND, dog::doWork);
    assertThat(news).isEmpty();
    assertThat(customer.open()).containsAll(ENTRIES);
  }

  /** What was on its way when the process died, or what a process sends that only half lives. */
  @Test
  void whatComesLateIsFoundToo() {
    World world = world(6);
    Customer customer = new Customer(world, Market.SPOT);
    heart(world).doWork();
    Watchdog dog = dog(world, Market.SPOT, world.net().host());
    assertThat(world.run(60 * SECOND, dog::doWork, this::isClear)).isTrue();
    customer.buyLow("tw7_z_o0");
    assertThat(customer.open()).contains("tw7_z_o0");
    assertThat(world.run(61 * SECOND, dog::doWork, () -> customer.open().isEmpty())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"10, 0", "14, 0", "16, 1"})
  void aPauseIsNoDeath(long silentSeconds, int lost) {
    World world = world(7);
    Heartbeat heart = heart(world);
    Watchdog dog = dog(world, Market.SPOT, world.net().host());
    world.run(10 * SECOND, () -> heart.doWork() + dog.doWork());
    world.run(silentSeconds * SECOND, dog::doWork);
    assertThat(order).hasSize(lost);
  }

  @Test
  void aSignThatCannotBeReadOrWrittenIsNone() {
    World world = world(8);
    Heartbeat heart = heart(world);
    Watchdog dog = dog(world, Market.SPOT, world.net().host());
    world.run(SECOND, dog::doWork);
    assertThat(board.now.get(Watchdog.COMPONENT)).startsWith("DEGRADED");
    heart.doWork();
    world.run(2 * SECOND, dog::doWork);
    assertThat(board.now).containsEntry(Watchdog.COMPONENT, "UP");
    disk.room(0);
    world.run(5 * SECOND, () -> heart.doWork() + dog.doWork());
    assertThat(board.now.get(Heartbeat.COMPONENT)).startsWith("DEGRADED no sign of life");
    disk.room(1 << 20);
    disk.replace(Heartbeat.FILE, new byte[] {'{', 0});
    world.run(20 * SECOND, dog::doWork);
    assertThat(order).startsWith("Lost");
  }

  /** Its target and its stop would go with it, and they come when it is filled whole. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          -1, 0.0,  gone
          -1, 0.01, gone
          12, 0.0,  gone
          12, 0.01, stays
          """)
  void aBegunEntryOfAListStays(long list, String executed, String what) {
    World world = world(9);
    List<String> sent = new ArrayList<>();
    String body =
        """
        [{"symbol":"BTCUSDT","orderListId":%s,"clientOrderId":"tw7_1_o0","side":"BUY",\
        "executedQty":"%s"}]\
        """
            .formatted(list, executed);
    long wallMs = world.time().wallMs();
    var http =
        new FakeVenue(
                world.time(),
                request -> {
                  sent.add(request.toString());
                  String answer =
                      request.target().startsWith("/api/v3/time")
                          ? "{\"serverTime\":" + wallMs + "}"
                          : request.method() == VenueRequest.Method.GET ? body : "{}";
                  return new Outcome.Answered(200, Map.of(), answer);
                })
            .http(Market.SPOT);
    heart(world).doWork();
    Watchdog dog =
        new Watchdog(
            new Watchdog.Line(Market.SPOT, http, world.time(), Customer.faults(world)),
            Heartbeat.on(disk),
            Watchdog.Settings.STANDARD,
            told -> order.add(told.getClass().getSimpleName()),
            board);
    world.run(40 * SECOND, dog::doWork);
    assertThat(sent.contains("DELETE /api/v3/order")).isEqualTo(what.equals("gone"));
    assertThat(order).contains(what.equals("gone") ? "TakenBack" : "Left");
  }
}
