package io.tradewind.core.execution;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.time.Utc;

/** Everything at once; what comes to nothing is tried again. */
final class ImmediateTactic implements Tactic {
  private final ExecutionStyle.Immediate style;
  private long endNs;

  ImmediateTactic(ExecutionStyle.Immediate style) {
    this.style = style;
  }

  @Override
  public void start(long timeNs) {
    endNs = Utc.plus(timeNs, style.patienceNs());
  }

  @Override
  public void act(Desk desk) {
    desk.take(desk.unplacedScaled(), false);
  }

  @Override
  public long endNs() {
    return endNs;
  }

  @Override
  public Benchmark benchmark() {
    return Benchmark.ARRIVAL;
  }

  @Override
  public void save(StateWriter out) {
    out.writeLong(endNs);
  }

  @Override
  public void load(StateReader in) {
    endNs = in.readLong();
  }
}
