package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.status.TraderStatus.Traffic;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.Reconciliation;
import io.tradewind.store.audit.Reconciliation.Occasion;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.DiskException;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.trader.run.Replay;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One seed: a voyage through a storm, in lives that end at any point, and then through fair weather
 * until all can be compared.
 */
final class SeedRun {
  private static final long STORM_NS = 150 * Utc.SECOND_NS;
  private static final long LOST_RATE_OF = 5;
  private static final long CALM_NS = 420 * Utc.SECOND_NS;

  /** Within this everything has been looked at once more, and dead sockets were found. */
  private static final long FINDING_NS = 55 * Utc.SECOND_NS;

  private static final long TRADING_NS = 45 * Utc.SECOND_NS;
  private static final long REST_NS = 20 * Utc.SECOND_NS;
  private static final long SAID_NS = 2 * Utc.SECOND_NS;
  private static final long LONGEST_DOWN_NS = 5 * Utc.SECOND_NS;
  private static final long ROOM = 1L << 30;
  private static final int MOST_DISK_STEPS = 40;
  private static final int MOST_DECISIONS = 40;

  private final long seed;
  private final Voyage voyage;
  private final Weather weather;
  private final World world;
  private final VolatileDisk disk;
  private final Cellar cellar = new Cellar();
  private final SplitMix dice;
  private final NavigableMap<Long, AuditRecord> audit = new TreeMap<>();
  private final Figures figures = new Figures();
  private final Lookout lookout;
  private long sent;
  private int lives;
  private Life life;

  /** How a life ends. */
  private enum Death {
    /** Between two steps. */
    KILLED,
    /** With the machine. */
    POWER,
    /** Right after an order was sent, with the machine. */
    AFTER_ORDER,
    /** Between two steps of its disk. */
    AT_DISK,
    /** The same with the machine. */
    POWER_AT_DISK,
    /** Its disk fails. */
    DISK_FAILS
  }

  SeedRun(long seed) {
    this.seed = seed;
    this.voyage = Voyage.of(seed);
    this.dice = new SplitMix(SplitMix.at(seed, 3));
    Weather storm = Weather.storm(seed, World.START_NS, STORM_NS);
    boolean loses = dice.nextInt(2) == 0;
    this.weather = loses ? storm.losing(1.0 / LOST_RATE_OF) : storm;
    this.world = new World(World.Terms.usual(seed, weather).keeping(60));
    this.disk = new VolatileDisk(seed, ROOM);
    this.lookout = new Lookout(world, voyage, figures);
    this.life = nextLife();
  }

  private Life nextLife() {
    lives++;
    return new Life(world, voyage, disk, this::hear, SplitMix.at(seed, 100 + lives))
        .archiving(cellar);
  }

  /** What is decided again after a death is told again. */
  private void hear(AuditRecord entry) {
    audit.tailMap(entry.sequence(), true).clear();
    audit.put(entry.sequence(), entry);
    sent += entry instanceof AuditRecord.OrderSent ? 1 : 0;
  }

  private World.Cycle cycle() {
    Life mine = life;
    return () -> {
      int work = mine.doWork();
      lookout.step();
      return work;
    };
  }

  /** Sails it. */
  Figures run() {
    try {
      storm();
      calm();
      checkCounted();
      life.end();
      Disk whole = cellar.whole(disk);
      new Agreement(voyage, world.exchange().truth(), lookout, life).check(life, whole);
      checkPlayed(whole);
      checkLookedAt(life);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed %s: %s%n%s, life %s%n%s%n%s%n%s%n%s"
              .formatted(
                  seed,
                  e.getMessage(),
                  voyage,
                  lives,
                  weather,
                  life.news,
                  lately(),
                  String.join("\n", world.trace().last())),
          e);
    }
    figures.add("seeds", 1);
    figures.add("lives", lives);
    figures.add(voyage.isPaper() ? "voyages on paper" : "voyages live", 1);
    figures.add(world, weather, voyage.market());
    boolean funds = !voyage.isPaper() && voyage.market() == Market.PERP;
    figures.add("fundings", funds ? world.exchange().truth().fundings().size() : 0);
    return figures;
  }

  /** What the engine decided last. */
  private String lately() {
    return audit.values().stream()
        .skip(Math.max(0, audit.size() - MOST_DECISIONS))
        .map(AuditRecord::toString)
        .collect(Collectors.joining("\n"));
  }

  /** What happened, as numbers that two runs of a seed have in common. */
  String marks() {
    return "%s %s %s"
        .formatted(
            world.trace().hash(),
            world.trace().lines(),
            life.engine().map(each -> each.stateHash()).orElse(""));
  }

  private void storm() {
    long endNs = World.START_NS + STORM_NS;
    while (world.time().nowNs() < endNs) {
      long forNs = (long) (dice.nextDouble() * dice.nextDouble() * STORM_NS);
      world.run(Math.min(forNs, endNs - world.time().nowNs()), cycle());
      if (world.time().nowNs() < endNs) {
        die(Death.values()[dice.nextInt(Death.values().length)], endNs);
        world.run((long) (dice.nextDouble() * LONGEST_DOWN_NS), () -> 0);
        life = nextLife();
      }
    }
  }

  /** What people are told counts all lives, and each thing once. */
  private void checkCounted() {
    assertThat(world.run(SAID_NS, cycle(), () -> told().equals(counted())))
        .as(() -> "counted: " + counted() + ", told: " + told())
        .isTrue();
  }

  private List<Long> counted() {
    return List.of(
        count(AuditRecord.OrderSent.class),
        count(AuditRecord.SignalRefused.class),
        count(AuditRecord.TradeClosed.class));
  }

  private long count(Class<? extends AuditRecord> kind) {
    return audit.values().stream().filter(kind::isInstance).count();
  }

  private List<Long> told() {
    Traffic traffic = life.status().orElseThrow().traffic();
    return List.of(traffic.orders(), traffic.refusals(), traffic.trades());
  }

  /** What the user's stream has lost is found in no other way. */
  private void checkLookedAt(Life last) {
    if (!voyage.isPaper()) {
      assertThat(last.reconciliations())
          .as("all is looked at every while")
          .anyMatch(note -> ((Reconciliation) note).occasion() == Occasion.PERIODIC);
    }
  }

  /** From its first entry, and from where what is kept of it begins. */
  private void checkPlayed(Disk whole) {
    String hash = life.engine().orElseThrow().stateHash();
    for (Disk each : List.of(whole, disk)) {
      Replay.Outcome played =
          new Replay(() -> voyage.plan(life.listings()), voyage.abilities(), each).run(entry -> {});
      assertThat(played.isSame()).as("played again: %s", played).isTrue();
      assertThat(played.stateHash()).as("played again: %s", played).isEqualTo(hash);
      assertThat(played.snapshot()).isPresent();
      boolean isWhole = played.beginning() instanceof Replay.Beginning.Whole;
      assertThat(isWhole || each == disk).as("begins with the first entry").isTrue();
      figures.add("played from an anchor", isWhole ? 0 : 1);
    }
    figures.add(
        "files compressed", disk.names().stream().filter(name -> name.endsWith(".gz")).count());
    figures.add("files removed", cellar.removed());
  }

  private void die(Death how, long endNs) {
    boolean withMachine = how == Death.POWER || how == Death.AFTER_ORDER;
    long leftNs = endNs - world.time().nowNs();
    switch (how) {
      case KILLED, POWER -> {}
      case AFTER_ORDER -> {
        long before = sent;
        boolean _ = world.run(Math.min(leftNs, 20 * Utc.SECOND_NS), cycle(), () -> sent > before);
      }
      case AT_DISK, POWER_AT_DISK -> {
        withMachine = how == Death.POWER_AT_DISK;
        life.disk.dieAfter(dice.nextInt(MOST_DISK_STEPS));
        dieAtDisk(leftNs);
      }
      case DISK_FAILS -> {
        disk.failing(true);
        dieAtDisk(leftNs);
        disk.failing(false);
      }
    }
    figures.add("death." + Figures.name(how), 1);
    life.die(withMachine);
  }

  private void dieAtDisk(long mostNs) {
    try {
      world.run(Math.min(mostNs, 10 * Utc.SECOND_NS), cycle());
    } catch (MortalDisk.Killed | DiskException end) {
      figures.add("death in the middle", 1);
    }
  }

  private void calm() {
    boolean begun = world.run(CALM_NS, cycle(), () -> life.engine().isPresent() && life.isInStep());
    assertThat(begun).as("in step again").isTrue();
    world.run(FINDING_NS, cycle());
    if (!voyage.isPaper()) {
      lookout.expectStops();
    }
    world.run(TRADING_NS, cycle());
    life.halt();
    world.run(REST_NS, cycle());
    assertThat(world.run(CALM_NS, cycle(), life::isInStep)).as("in step at the end").isTrue();
  }
}
