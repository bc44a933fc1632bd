package io.tradewind.exchange.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Has things done after a while, one after the other, so that none overtakes another. */
public final class Later {
  private final ScheduledExecutorService timer;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private long lastDueNs = System.nanoTime();

  /** Nothing waits. */
  public Later(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /** Does it at once if it need not wait and nothing waits. */
  public synchronized void run(Runnable action, long delayNs) {
    long nowNs = System.nanoTime();
    long dueNs = nowNs + delayNs;
    lastDueNs = dueNs - lastDueNs > 0 ? dueNs : lastDueNs;
    if (waiting.isEmpty() && lastDueNs - nowNs <= 0) {
      action.run();
    } else {
      waiting.add(action);
      var _ = timer.schedule(this::next, lastDueNs - nowNs, TimeUnit.NANOSECONDS);
    }
  }

  private synchronized void next() {
    Runnable first = waiting.poll();
    if (first != null) {
      first.run();
    }
  }
}
