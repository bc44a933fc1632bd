package io.tradewind.trader.guard;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.AuditException;
import io.tradewind.store.audit.AuditJson;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.DiskException;
import io.tradewind.venues.time.VenueClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A sign of life in the session's folder, as a duty cycle of the thread that trades: where that
 * thread stands still, so does the sign. A disk that fails stops it, too; trading goes on.
 */
public final class Heartbeat {
  /** Its file. */
  public static final String FILE = "heartbeat.json";

  /** Its name among the components. */
  public static final String COMPONENT = "heartbeat";

  /** As shipped, from one to the next. */
  public static final long EVERY_NS = Utc.SECOND_NS;

  private final Disk disk;
  private final VenueClock clock;
  private final Life life;
  private final Standing standing;
  private long number;
  private long nextNs = Long.MIN_VALUE;

  /**
   * Whose sign it is.
   *
   * @param pid of the process
   * @param session its number, which the names of its orders begin with
   * @param symbols the venue's names of all that it may trade
   */
  public record Life(long pid, long session, List<String> symbols) {
    /** Copies the list. */
    public Life {
      symbols = List.copyOf(symbols);
    }
  }

  /**
   * One sign.
   *
   * @param number one more for each of a process
   * @param isEnded whether it ended in good order: nobody has to look after it
   */
  public record Beat(long number, long timeNs, Life life, boolean isEnded) {}

  /** Not begun. */
  public Heartbeat(Disk disk, VenueClock clock, Life life, Standing standing) {
    this.disk = disk;
    this.clock = clock;
    this.life = life;
    this.standing = standing;
  }

  /**
   * One step.
   *
   * @return 1 where a sign was given, else 0
   */
  public int doWork() {
    long nowNs = clock.nowNs();
    if (nowNs < nextNs) {
      return 0;
    }
    nextNs = nowNs + EVERY_NS;
    write(false);
    return 1;
  }

  /** The last sign: the session ends in good order. */
  public void end() {
    write(true);
  }

  private void write(boolean isEnded) {
    long nowNs = clock.nowNs();
    Beat beat = new Beat(++number, nowNs, life, isEnded);
    try {
      disk.replace(FILE, AuditJson.write(beat).getBytes(StandardCharsets.UTF_8));
      standing.set(COMPONENT, Level.UP, "", nowNs);
    } catch (DiskException e) {
      String why = "no sign of life can be written, so the watchdog takes entries back: ";
      standing.set(COMPONENT, Level.DEGRADED, why + e.getMessage(), nowNs);
    }
  }

  /** What was written; empty where it is none. */
  static Optional<Beat> read(byte[] content) {
    try {
      Beat beat = AuditJson.read(new String(content, StandardCharsets.UTF_8), Beat.class);
      Check.argument(beat.life().session() >= 0, "session must be >= 0");
      return Optional.of(beat);
    } catch (AuditException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The latest sign in a folder of another process; empty where there is none that can be read.
   *
   * @param folder of the session
   */
  public static Supplier<Optional<Beat>> in(Path folder) {
    Path file = folder.resolve(FILE);
    return () -> {
      try {
        return read(Files.readAllBytes(file));
      } catch (IOException unreadable) {
        // As silent as a heart that does not beat: the watchdog goes by the last one it has seen.
        return Optional.empty();
      }
    };
  }

  /** The latest sign on a disk that this process has. */
  public static Supplier<Optional<Beat>> on(Disk disk) {
    return () -> disk.names().contains(FILE) ? read(disk.read(FILE)) : Optional.empty();
  }
}
