package io.tradewind.core.execution;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Slices at their times: each brings what is placed up to the schedule, so that what an earlier one
 * could not place is made up for by the next.
 */
final class ScheduleTactic implements Tactic {
  private final Schedule schedule;
  private long startNs;
  private int done;
  private boolean isDue;

  ScheduleTactic(Schedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public void start(long timeNs) {
    startNs = timeNs;
    schedule.begin(timeNs);
  }

  @Override
  public void act(Desk desk) {
    isDue |= desk.retries();
    while (done < schedule.steps() && schedule.dueNs(done) <= desk.nowNs()) {
      done++;
      isDue = true;
    }
    if (!isDue || done == 0 || desk.isHeld()) {
      return;
    }
    isDue = false;
    long target = schedule.targetScaled(done - 1);
    if (schedule.isCapped()) {
      target = Math.min(target, schedule.capScaled(desk.market().volumeScaled()));
    }
    long due = target - desk.committedScaled();
    if (due > 0) {
      desk.take(due, schedule.isCapped());
    }
  }

  @Override
  public long nextWakeNs() {
    return done < schedule.steps() ? schedule.dueNs(done) : Long.MAX_VALUE;
  }

  @Override
  public long endNs() {
    return schedule.dueNs(schedule.slices());
  }

  @Override
  public int slicesDone(ChildBook book) {
    return Math.min(done, schedule.slices());
  }

  @Override
  public Benchmark benchmark() {
    return schedule.benchmark();
  }

  @Override
  public void save(StateWriter out) {
    out.writeLong(startNs).writeInt(done).writeBoolean(isDue);
  }

  @Override
  public void load(StateReader in) {
    startNs = in.readLong();
    done = in.readCount(schedule.steps());
    isDue = in.readBoolean();
    schedule.begin(startNs);
  }
}
