package io.tradewind.core.execution;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;
import java.math.RoundingMode;

/** Follows the volume: as it is traded, a part of it is placed, never more. */
final class VolumeTactic implements Tactic {
  private final ExecutionStyle.Pov style;
  private final long participationPpm;
  private long endNs;
  private long nextNs;

  VolumeTactic(ExecutionStyle.Pov style) {
    this.style = style;
    this.participationPpm = Crossing.ppm(style.participation());
  }

  @Override
  public void start(long timeNs) {
    endNs = Utc.plus(timeNs, style.durationNs());
    nextNs = timeNs;
  }

  @Override
  public void act(Desk desk) {
    if (desk.nowNs() < nextNs) {
      return;
    }
    long target =
        FixedPoint.mulDiv(
            desk.market().volumeScaled(), participationPpm, 1_000_000, RoundingMode.FLOOR);
    long due = target - desk.committedScaled();
    int before = desk.book().children();
    if (due > 0) {
      desk.take(due, true);
    }
    if (desk.book().children() > before) {
      nextNs = Utc.plus(desk.nowNs(), style.stepNs());
    }
  }

  @Override
  public long nextWakeNs() {
    return nextNs;
  }

  @Override
  public long endNs() {
    return endNs;
  }

  @Override
  public Benchmark benchmark() {
    return Benchmark.VWAP;
  }

  @Override
  public void save(StateWriter out) {
    out.writeLong(endNs).writeLong(nextNs);
  }

  @Override
  public void load(StateReader in) {
    endNs = in.readLong();
    nextNs = in.readLong();
  }
}
