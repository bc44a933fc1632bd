package io.tradewind.trader.world;

import java.util.OptionalLong;

/**
 * One way of a connection: what is sent comes in order, or from some time on nothing comes any
 * more.
 */
final class Pipe {
  private final VirtualTime time;
  private final NetPlan plan;
  private final NetPlan.Kind way;
  private long lastNs;
  private boolean isDead;

  Pipe(VirtualTime time, NetPlan plan, NetPlan.Kind way) {
    this.time = time;
    this.plan = plan;
    this.way = way;
  }

  void send(Runnable arrival) {
    OptionalLong arrivalNs = plan.arrivalNs(way, time.nowNs());
    isDead |= arrivalNs.isEmpty();
    if (!isDead) {
      lastNs = Math.max(lastNs, arrivalNs.orElseThrow());
      time.at(lastNs, arrival);
    }
  }
}
