package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.Reconciliation;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.trader.world.Truth;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole trader in virtual time, against the simulated exchange, in a storm of faults, on a disk
 * that forgets what was not forced, killed at random points: one seed is one run.
 */
class SimulationTest {
  private static final long STORM_NS = 240 * Utc.SECOND_NS;
  private static final long CALM_NS = 420 * Utc.SECOND_NS;
  private static final long LOOK_NS = 90 * Utc.SECOND_NS;
  private static final long ROOM = 1L << 30;

  static LongStream seeds() {
    String asked = System.getProperty("simulation.seed", "");
    return asked.isEmpty()
        ? LongStream.range(0, Long.getLong("simulation.seeds", 40))
        : LongStream.of(Long.parseLong(asked));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatItBelievesIsSo(long seed) {
    Voyage voyage = Voyage.of(seed);
    SplitMix dice = new SplitMix(SplitMix.at(seed, 3));
    World world =
        new World(
            World.Terms.usual(seed, Weather.storm(seed, World.START_NS, STORM_NS).losing(0.2))
                .keeping(60));
    VolatileDisk disk = new VolatileDisk(seed, ROOM);
    TreeMap<Long, AuditRecord> audit = new TreeMap<>();
    int lives = 0;
    Life life = life(world, voyage, disk, audit, lives);
    long endNs = World.START_NS + STORM_NS;
    while (world.time().nowNs() < endNs) {
      long forNs = (long) (dice.nextDouble() * dice.nextDouble() * STORM_NS / 2);
      world.run(Math.min(forNs, endNs - world.time().nowNs()), life);
      if (world.time().nowNs() >= endNs) {
        break;
      }
      life.die(dice.nextInt(2) == 0);
      world.run((long) (dice.nextDouble() * 5 * Utc.SECOND_NS), () -> 0);
      lives++;
      life = life(world, voyage, disk, audit, lives);
    }
    Life last = life;
    boolean begun = world.run(CALM_NS, last, () -> last.engine().isPresent() && last.isInStep());
    assertThat(begun).as(() -> "seed %s never in step%n%s".formatted(seed, last.news)).isTrue();
    last.halt();
    // What was lost in the storm is found by the next look at everything.
    world.run(LOOK_NS, last);
    assertThat(world.run(CALM_NS, last, last::isInStep)).isTrue();
    check(seed, voyage, world, last, audit);
  }

  private static Life life(
      World world,
      Voyage voyage,
      VolatileDisk disk,
      NavigableMap<Long, AuditRecord> audit,
      int number) {
    return new Life(
        world,
        voyage,
        disk,
        entry -> {
          audit.tailMap(entry.sequence(), true).clear();
          audit.put(entry.sequence(), entry);
        },
        SplitMix.at(voyage.seed(), 100 + number));
  }

  private static void check(
      long seed, Voyage voyage, World world, Life life, NavigableMap<Long, AuditRecord> audit) {
    Engine engine = life.engine().orElseThrow();
    Truth truth = world.exchange().truth();
    String what = "seed " + seed + " " + voyage + "\n" + life.news;
    assertThat(life.notes)
        .as(what)
        .isNotEmpty()
        .allSatisfy(note -> assertThat(((Reconciliation) note).differences()).isEmpty());
    engine.checkInvariants();
    truth.checkInvariants();
    assertThat(truth.doubles(voyage.market())).as(what).isEmpty();
    List<String> mine = new ArrayList<>();
    for (StandingOrder order : engine.standing()) {
      mine.add(order.intent().side() + " " + order.intent().purpose());
    }
    assertThat(mine).as(what).hasSameSizeAs(truth.open(voyage.market()));
    // What was filled, in pieces of base.
    long filled = 0;
    int fills = 0;
    for (AuditRecord entry : audit.values()) {
      if (entry instanceof AuditRecord.OrderMoved moved
          && moved.event() instanceof OrderEvent.Filled fill) {
        filled += fill.qtyScaled();
        fills++;
      } else if (entry instanceof AuditRecord.LateFilled late) {
        filled += late.fill().qtyScaled();
        fills++;
      }
    }
    assertThat(fills).as(what).isEqualTo(truth.fills(voyage.market()).size());
    assertThat(filled).isGreaterThanOrEqualTo(0);
    for (int i = 0; i < 2; i++) {
      long held = engine.portfolio().position(i).qtyScaled();
      if (held != 0) {
        int place = i;
        boolean closing =
            engine.standing().stream()
                .filter(order -> order.intent().instrument() == place)
                .anyMatch(order ->
                    order.intent().purpose() == OrderPurpose.STOP
                        || order.intent().purpose() == OrderPurpose.SIGNAL_EXIT);
        assertThat(closing).as("stop of %s\n%s", held, what).isTrue();
      }
    }
    if (voyage.market() == Market.PERP) {
      assertThat(truth.positionsE8().size()).as(what).isEqualTo(engine.portfolio().openPositions());
    }
  }
}
