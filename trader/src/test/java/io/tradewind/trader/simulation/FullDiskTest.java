package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that fills up while a position is held: nothing opens, the exit goes out. */
class FullDiskTest {
  private static final long ROOM = 1L << 30;
  private static final long HOUR_NS = 3_600 * Utc.SECOND_NS;

  /** The disk is looked at every five seconds, and the engine speaks on candles of a minute. */
  private static final long SOON_NS = 6 * Utc.SECOND_NS;

  private final NavigableMap<Long, AuditRecord> audit = new TreeMap<>();

  @ParameterizedTest(name = "seed {0}, {1} MB are left")
  @CsvSource(
      textBlock =
          """
          # seed, MB that are left, what the trader says
          1,      255,              255 MB of the disk are free; make room: nothing opens until
          2,      100,              100 MB of the disk are free; make room: nothing opens until
          3,      0,                0 MB of the disk are free; make room: nothing opens until
          """)
  void nothingOpensAndExitsPass(long seed, long leftMb, String words) {
    Voyage voyage =
        new Voyage(
            seed,
            Voyage.of(seed).market(),
            seed % 2 == 0,
            false,
            false,
            Voyage.Limits.WIDE,
            Voyage.Conduct.RANDOM);
    World world = new World(World.Terms.usual(seed, Weather.CLEAR));
    VolatileDisk disk = new VolatileDisk(seed, ROOM);
    Life life = new Life(world, voyage, disk, entry -> audit.put(entry.sequence(), entry), seed);
    assertThat(world.run(HOUR_NS, life, () -> holds(life))).as("a position").isTrue();

    long used = ROOM - disk.freeBytes();
    disk.room(used + (leftMb << 20));
    world.run(SOON_NS, life);
    long full = audit.lastKey();
    assertThat(holds(life)).as("still held").isTrue();
    ComponentStatus status = disk(life);
    assertThat(status.level()).isEqualTo(Level.DEGRADED);
    assertThat(status.why()).startsWith(words);
    assertThat(world.run(HOUR_NS, life, () -> !holds(life))).as("the exit").isTrue();
    world.run(HOUR_NS / 4, life);
    assertThat(entries(full)).as("entries on a full disk").isZero();

    disk.room(used + (leftMb << 20) - disk.freeBytes() + (511L << 20));
    world.run(HOUR_NS / 12, life);
    assertThat(entries(full)).as("entries with little more room").isZero();

    disk.room(ROOM);
    long wide = audit.lastKey();
    world.run(HOUR_NS / 4, life);
    assertThat(entries(wide)).as("entries when there is room").isPositive();
    assertThat(disk(life).level()).isEqualTo(Level.UP);
    life.end();
  }

  private static ComponentStatus disk(Life life) {
    return life.components.all().stream()
        .filter(each -> each.name().equals("disk"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean holds(Life life) {
    return life.engine().map(engine -> !engine.openPositions().isEmpty()).orElse(false);
  }

  private long entries(long after) {
    return audit.tailMap(after, false).values().stream()
        .filter(
            each -> each instanceof AuditRecord.OrderSent sent && sent.intent().purpose().opens())
        .count();
  }
}
