package io.tradewind.core.risk.limit;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.risk.limit.StopProgress.Deadline;
import io.tradewind.core.risk.limit.StopProgress.Phase;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cancels all orders, then closes all positions at the market, and does not let go until nothing is
 * left. It keeps no list of its own of what there is: each step is told what still remains, so that
 * a rejection, a silence, a partial fill and a late fill of an order that was thought gone are all
 * the same to it. What remains is asked for again after a pause of its own that grows.
 *
 * <p>Positions wait for the cancels, for open orders may hold what is to be sold, but not longer
 * than {@link StopPlan#cancelWaitNs}. From the start until it is released nothing may open; should
 * something turn up after all was flat, it goes to work again, and its time runs from the start.
 *
 * <p>A step is due after each order event, and at {@link StopProgress#nextNs} at the latest. A time
 * before the last one counts as the last one.
 */
public final class EmergencyStop implements Stateful {
  private static final Phase[] PHASES = Phase.values();

  private final StopPlan plan;

  /** By order id, and by book and instrument. */
  private final SortedMap<Long, Try> cancels = new TreeMap<>();

  private final SortedMap<Long, Try> closes = new TreeMap<>();
  private Phase phase = Phase.IDLE;
  private long nowNs = Long.MIN_VALUE;
  private long startNs;
  private long flatNs;
  private long attempts;

  /** How often one thing was asked for, and when it is next. */
  private record Try(int count, long nextNs) {}

  /** What came of a wish to trade again. */
  public enum Release {
    /** Entries are allowed again. */
    RELEASED,
    /** There was no stop. */
    NOT_STOPPED,
    /** Something is left. */
    NOT_FLAT
  }

  /** Not started. */
  public EmergencyStop(StopPlan plan) {
    this.plan = plan;
  }

  /** Starts it; one that was started goes on as it is. */
  public void start(long timeNs) {
    nowNs = Math.max(nowNs, timeNs);
    if (phase == Phase.IDLE) {
      phase = Phase.WORKING;
      startNs = nowNs;
      attempts = 0;
    }
  }

  /** Asks for whatever remains and is due; nothing unless it was started. */
  public StopProgress step(long timeNs, Remaining remaining, StopPort port) {
    nowNs = Math.max(nowNs, timeNs);
    if (phase != Phase.IDLE) {
      work(remaining, port);
    }
    return progress(remaining);
  }

  private void work(Remaining remaining, StopPort port) {
    cancels.keySet().retainAll(remaining.orders());
    closes.keySet().retainAll(keys(remaining));
    if (remaining.isNothing()) {
      flatNs = phase == Phase.WORKING ? nowNs : flatNs;
      phase = Phase.DONE;
      return;
    }
    phase = Phase.WORKING;
    for (long orderId : remaining.orders()) {
      if (isDue(cancels, orderId)) {
        port.cancel(orderId);
      }
    }
    if (remaining.orders().isEmpty() || nowNs >= closesFromNs()) {
      for (Remaining.Place place : remaining.positions()) {
        if (isDue(closes, key(place))) {
          port.close(place.book(), place.instrument());
        }
      }
    }
  }

  private static List<Long> keys(Remaining remaining) {
    return remaining.positions().stream().map(EmergencyStop::key).toList();
  }

  private static long key(Remaining.Place place) {
    return ((long) place.book() << Integer.SIZE) | place.instrument();
  }

  private long closesFromNs() {
    return startNs + plan.cancelWaitNs();
  }

  /** Counts an attempt if it is time for one. */
  private boolean isDue(SortedMap<Long, Try> tries, long key) {
    Try last = tries.getOrDefault(key, new Try(0, nowNs));
    if (nowNs < last.nextNs()) {
      return false;
    }
    int count = last.count() + 1;
    tries.put(key, new Try(count, nowNs + plan.pauseNs(count)));
    attempts++;
    return true;
  }

  private StopProgress progress(Remaining remaining) {
    long elapsedNs =
        switch (phase) {
          case IDLE -> 0;
          case WORKING -> nowNs - startNs;
          case DONE -> flatNs - startNs;
        };
    return new StopProgress(
        phase,
        remaining.orders().size(),
        remaining.positions().size(),
        elapsedNs,
        attempts,
        deadline(elapsedNs),
        nextNs(remaining));
  }

  private Deadline deadline(long elapsedNs) {
    if (elapsedNs > plan.deadlineNs()) {
      return Deadline.MISSED;
    }
    return phase == Phase.DONE ? Deadline.MET : Deadline.AHEAD;
  }

  private OptionalLong nextNs(Remaining remaining) {
    if (phase != Phase.WORKING) {
      return OptionalLong.empty();
    }
    long next = Long.MAX_VALUE;
    for (Try one : cancels.values()) {
      next = Math.min(next, one.nextNs());
    }
    for (Try one : closes.values()) {
      next = Math.min(next, one.nextNs());
    }
    boolean waits = closes.size() < remaining.positions().size();
    return OptionalLong.of(waits ? Math.min(next, closesFromNs()) : next);
  }

  /** What is allowed: nothing from the start until the release. */
  public Stance stance() {
    return phase == Phase.IDLE ? Stance.OPEN : new Stance.CloseAll(StopReason.EMERGENCY_STOP);
  }

  /** The stop as one of those that hold; empty if it was not started. */
  public List<ActiveStop> active() {
    return phase == Phase.IDLE
        ? List.of()
        : List.of(
            new ActiveStop(
                StopReason.EMERGENCY_STOP,
                OptionalInt.empty(),
                startNs,
                OptionalLong.empty(),
                0,
                0));
  }

  /** Somebody lets trading begin again; possible only when everything is flat. */
  public Release release() {
    return switch (phase) {
      case IDLE -> Release.NOT_STOPPED;
      case WORKING -> Release.NOT_FLAT;
      case DONE -> {
        phase = Phase.IDLE;
        yield Release.RELEASED;
      }
    };
  }

  @Override
  public void save(StateWriter out) {
    out.section("emergency-stop", 1).writeInt(phase.ordinal()).writeLong(nowNs);
    out.writeLong(startNs).writeLong(flatNs).writeLong(attempts);
    save(cancels, out);
    save(closes, out);
  }

  private static void save(SortedMap<Long, Try> tries, StateWriter out) {
    out.writeInt(tries.size());
    tries.forEach((key, one) -> out.writeLong(key).writeInt(one.count()).writeLong(one.nextNs()));
  }

  @Override
  public void load(StateReader in) {
    in.section("emergency-stop", 1);
    phase = PHASES[in.readCount(PHASES.length - 1)];
    nowNs = in.readLong();
    startNs = in.readLong();
    flatNs = in.readLong();
    attempts = in.readLong();
    load(cancels, in);
    load(closes, in);
  }

  private static void load(SortedMap<Long, Try> tries, StateReader in) {
    tries.clear();
    int count = in.readCount(Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      tries.put(in.readLong(), new Try(in.readInt(), in.readLong()));
    }
  }
}
