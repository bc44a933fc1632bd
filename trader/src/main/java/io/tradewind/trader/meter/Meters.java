package io.tradewind.trader.meter;

import io.tradewind.core.status.MemoryStatus;
import io.tradewind.core.status.Vitals;
import io.tradewind.core.time.Utc;

/** All that is measured of a session. */
public final class Meters {
  private static final long AGAIN_NS = 2 * Utc.SECOND_NS;

  private final CallMeter calls = new CallMeter();
  private final SourceMeter sources = new SourceMeter();
  private final BufferMeter buffers = new BufferMeter();
  private final OrderPath path = new OrderPath();
  private Vitals latest = Vitals.NONE;
  private long nextNs = Long.MIN_VALUE;

  /** Nothing is measured yet. */
  public Meters() {}

  /** Of calls. */
  public CallMeter calls() {
    return calls;
  }

  /** Of what comes. */
  public SourceMeter sources() {
    return sources;
  }

  /** Of what waits. */
  public BufferMeter buffers() {
    return buffers;
  }

  /** Of the way of orders. */
  public OrderPath path() {
    return path;
  }

  /** All figures, by the thread of the session; taken anew every other second, for they cost. */
  public Vitals vitals(long nowNs) {
    if (nowNs >= nextNs) {
      nextNs = nowNs + AGAIN_NS;
      latest = new Vitals(memory(), sources.all(), buffers.all(), calls.all(), path.all());
    }
    return latest;
  }

  private static MemoryStatus memory() {
    Runtime machine = Runtime.getRuntime();
    long committed = machine.totalMemory();
    return new MemoryStatus(committed - machine.freeMemory(), committed, machine.maxMemory());
  }
}
