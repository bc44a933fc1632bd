package io.tradewind.trader.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.venues.binance.venue.VenueNews;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Binance's connection as it is, in worlds of all weathers. */
class WorldTest {
  private static final long MINUTE_NS = 60 * Utc.SECOND_NS;

  private static Station.Setting setting(Market market, boolean overSocket) {
    return new Station.Setting(market, overSocket, 7, Utc.SECOND_NS);
  }

  private static World stormy(long seed) {
    return new World(
        World.Terms.usual(seed, Weather.storm(seed, World.START_NS, 2 * MINUTE_NS)).keeping(200));
  }

  /** Latency alone. */
  private static Weather fair() {
    return Weather.CLEAR.with(FaultPlan.NONE.with(FaultSetting.LATENCY_MS, 20));
  }

  private static long hash(long seed, Market market, boolean overSocket) {
    World world = stormy(seed);
    world.run(MINUTE_NS, new Station(world, setting(market, overSocket), seed));
    assertThat(world.trace().lines()).as("seed %s", seed).isGreaterThan(100);
    return world.trace().hash();
  }

  @ParameterizedTest
  @CsvSource({"SPOT,false", "SPOT,true", "PERP,false", "PERP,true"})
  void aSeedIsARun(Market market, boolean overSocket) {
    long first = hash(5, market, overSocket);
    assertThat(hash(5, market, overSocket)).isEqualTo(first);
    assertThat(hash(6, market, overSocket)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"SPOT,false", "SPOT,true", "PERP,false", "PERP,true"})
  void aConnectionTradesInFairWeather(Market market, boolean overSocket) {
    World world = new World(World.Terms.usual(3, fair()).keeping(100));
    Station station = new Station(world, setting(market, overSocket), 3);
    world.run(3 * MINUTE_NS, station);
    station.rest();
    settle(world, station);
    assertThat(kinds(station))
        .contains("Accepted", "Filled", "Amended", "Cancelled")
        .doesNotContain("Lost");
    assertThat(station.messages()).isGreaterThan(1_000);
    assertThat(station.faultReports()).isEmpty();
    agree(world, station, market);
    station.cancelAll();
    settle(world, station);
    assertThat(world.exchange().truth().open(market)).isEmpty();
    assertThat(station.open()).isEmpty();
    agree(world, station, market);
  }

  /** When the storm is over, what the connection has told is what the exchange has done. */
  @ParameterizedTest
  @CsvSource({"SPOT,false", "SPOT,true", "PERP,false", "PERP,true"})
  void afterAStormAllIsKnown(Market market, boolean overSocket) {
    for (long seed = 1; seed <= 10; seed++) {
      World world = stormy(seed);
      Station station = new Station(world, setting(market, overSocket), seed);
      world.run(2 * MINUTE_NS, station);
      station.rest();
      settle(world, station);
      agree(world, station, market);
    }
  }

  private static void settle(World world, Station station) {
    world.run(10 * Utc.SECOND_NS, station);
    boolean isSettled = world.run(6 * MINUTE_NS, station, station::isSettled);
    // What nobody has told of is asked for twice a minute.
    world.run(MINUTE_NS, station);
    assertThat(isSettled).as("trace %s", world.trace().last()).isTrue();
  }

  private static List<String> kinds(Station station) {
    return station.events().stream().map(each -> each.getClass().getSimpleName()).toList();
  }

  private static void agree(World world, Station station, Market market) {
    Truth truth = world.exchange().truth();
    String trace = String.join("\n", world.trace().last());
    truth.checkInvariants();
    assertThat(truth.doubles(market)).as(trace).isEmpty();
    assertThat(station.open()).as(trace).hasSameSizeAs(truth.open(market));
    assertThat(fills(station)).as(trace).hasSameSizeAs(truth.fills(market));
  }

  private static List<OrderEvent.Filled> fills(Station station) {
    List<OrderEvent.Filled> fills = new ArrayList<>();
    for (OrderEvent event : station.events()) {
      if (event instanceof OrderEvent.Filled filled) {
        fills.add(filled);
      }
    }
    for (VenueNews each : station.news()) {
      if (each instanceof VenueNews.GuardFill(_, var fill, _)) {
        fills.add(fill);
      } else if (each instanceof VenueNews.LateFill(_, var fill, _)) {
        fills.add(fill);
      }
    }
    return fills;
  }

  /** What has left still comes; nobody is told of it. */
  @ParameterizedTest
  @CsvSource({"SPOT,false", "SPOT,true", "PERP,false", "PERP,true"})
  void whatADeadProcessHasSentArrives(Market market, boolean overSocket) {
    World world =
        new World(
            World.Terms.usual(
                    4, Weather.CLEAR.with(FaultPlan.NONE.with(FaultSetting.LATENCY_MS, 400)))
                .keeping(100));
    Station station = new Station(world, setting(market, overSocket), 4);
    Truth truth = world.exchange().truth();
    assertThat(world.run(2 * MINUTE_NS, station, () -> !station.open().isEmpty())).isTrue();
    assertThat(truth.orders(market)).isEmpty();
    int told = station.events().size();
    station.die();
    world.run(5 * Utc.SECOND_NS, station);
    assertThat(truth.orders(market)).hasSize(1);
    assertThat(station.events()).hasSize(told);
  }

  @Test
  void anotherProcessFindsWhatTheDeadOneLeft() {
    World world = new World(World.Terms.usual(4, fair()).keeping(100));
    Station first = new Station(world, setting(Market.SPOT, true), 4);
    world.run(MINUTE_NS, first);
    first.die();
    Station second = new Station(world, new Station.Setting(Market.SPOT, true, 8, MINUTE_NS), 5);
    second.rest();
    assertThat(world.run(MINUTE_NS, second, () -> !second.news().isEmpty())).isTrue();
    int open = world.exchange().truth().open(Market.SPOT).size();
    assertThat(open).isPositive();
    assertThat(second.news()).containsExactly(new VenueNews.InStep(open));
  }
}
