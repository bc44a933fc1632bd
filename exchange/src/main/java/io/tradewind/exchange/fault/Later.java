package io.tradewind.exchange.fault;

import java.util.ArrayDeque;
import java.util.Deque;

/** Has things done after a while, one after the other, so that none overtakes another. */
public final class Later {
  private final Timer timer;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private long lastDueNs;

  /** Nothing waits. */
  public Later(Timer timer) {
    this.timer = timer;
    this.lastDueNs = timer.nanoTime();
  }

  /** Does it at once if it need not wait and nothing waits. */
  public synchronized void run(Runnable action, long delayNs) {
    long nowNs = timer.nanoTime();
    long dueNs = nowNs + delayNs;
    lastDueNs = dueNs - lastDueNs > 0 ? dueNs : lastDueNs;
    if (waiting.isEmpty() && lastDueNs - nowNs <= 0) {
      action.run();
    } else {
      waiting.add(action);
      timer.after(lastDueNs - nowNs, this::next);
    }
  }

  private synchronized void next() {
    Runnable first = waiting.poll();
    if (first != null) {
      first.run();
    }
  }
}
