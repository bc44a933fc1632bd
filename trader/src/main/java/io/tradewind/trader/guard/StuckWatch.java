package io.tradewind.trader.guard;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.time.VenueClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sees that a duty cycle does not go round any more, as a duty cycle of another thread: a call that
 * does not return, a lock that is never given, a loop without an end. It is told, with the stack of
 * the thread that hangs; where that does not help by itself it is recovered, once. Whoever hangs
 * can tell nothing, so all that is told goes past the engine.
 *
 * <p>A watch that itself stood still, as on a machine that slept, accuses nobody.
 */
public final class StuckWatch {
  /** As shipped: seen after 10 seconds, recovered 15 later. */
  public static final Patience PATIENCE = new Patience(10 * Utc.SECOND_NS, 15 * Utc.SECOND_NS);

  private static final long OWN_NS = 2 * Utc.SECOND_NS;

  private final Part part;
  private final Patience patience;
  private final VenueClock clock;
  private final Ear ear;
  private long seen;
  private long seenNs;
  private long lookedNs;
  private boolean isRecovered;
  private volatile Optional<ComponentStatus> stuck = Optional.empty();

  /**
   * Who is watched.
   *
   * @param name among the components
   * @param recovery what is done where it goes on hanging: it begins again, or the process ends,
   *     and the next start finds out what happened
   */
  public record Part(String name, Pulse pulse, Runnable recovery) {}

  /**
   * How long.
   *
   * @param seenNs without a turn until it is told, above 0
   * @param recoveredNs from then until it is recovered, at least 0
   */
  public record Patience(long seenNs, long recoveredNs) {
    /** Checks the ranges. */
    public Patience {
      Check.argument(seenNs > 0, "seenNs must be > 0, was %s", seenNs);
      Check.argument(recoveredNs >= 0, "recoveredNs must be >= 0, was %s", recoveredNs);
    }
  }

  /** Hears of it; on the thread that watches. */
  public interface Ear {
    /** Nothing goes round any more. */
    void stuck(String name, String why, long nowNs);

    /** It goes on by itself. */
    void goesOn(String name, String why, long nowNs);

    /** It is recovered now. */
    void recovers(String name, String why, long nowNs);
  }

  /** Nothing seen; it is watched from its first turn on, for a start may take its time. */
  public StuckWatch(Part part, Patience patience, VenueClock clock, Ear ear) {
    this.part = part;
    this.patience = patience;
    this.clock = clock;
    this.ear = ear;
    this.seen = part.pulse().count();
    this.seenNs = clock.nowNs();
    this.lookedNs = seenNs;
  }

  /** One look, to be had once a second or so. */
  public void doWork() {
    long nowNs = clock.nowNs();
    boolean isLate = nowNs - lookedNs > OWN_NS;
    lookedNs = nowNs;
    long count = part.pulse().count();
    if (count != seen || count == 0 || isLate) {
      goesRound(count, nowNs);
      return;
    }
    long silentNs = nowNs - seenNs;
    if (silentNs >= patience.seenNs() && stuck.isEmpty()) {
      String why =
          "it hangs since %s; positions keep their stops at the venue, and in %s s it is recovered"
              .formatted(Utc.format(seenNs), patience.recoveredNs() / Utc.SECOND_NS);
      stuck = Optional.of(new ComponentStatus(part.name(), Level.DOWN, seenNs, why, true));
      ear.stuck(part.name(), why, nowNs);
    }
    if (silentNs >= patience.seenNs() + patience.recoveredNs() && !isRecovered) {
      isRecovered = true;
      ear.recovers(part.name(), "it hangs since " + Utc.format(seenNs), nowNs);
      part.recovery().run();
    }
  }

  private void goesRound(long count, long nowNs) {
    boolean isBack = count != seen && stuck.isPresent();
    String since = Utc.format(seenNs);
    seen = count;
    seenNs = nowNs;
    if (isBack) {
      stuck = Optional.empty();
      isRecovered = false;
      ear.goesOn(part.name(), "it goes on; it hung since " + since, nowNs);
    }
  }

  /** A status as its thread wrote it last, with that it hangs, where it does; any thread. */
  public TraderStatus over(TraderStatus status) {
    Optional<ComponentStatus> hangs = stuck;
    if (hangs.isEmpty()) {
      return status;
    }
    List<ComponentStatus> components = new ArrayList<>(status.components());
    components.add(hangs.get());
    return new TraderStatus(
        status.timeNs(),
        status.session(),
        status.mode(),
        status.startedNs(),
        status.activity(),
        status.account(),
        status.positions(),
        status.orders(),
        status.locks(),
        components,
        status.traffic(),
        status.performance(),
        status.vitals());
  }
}
