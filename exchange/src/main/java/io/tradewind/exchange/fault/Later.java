package io.tradewind.exchange.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has things done after a while, one after the other, so that none overtakes another. Nothing is
 * locked while one is done: it may need what somebody holds who has something done here.
 */
public final class Later {
  private final Timer timer;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private long lastDueNs;

  /** Who does something now; what it leads to by itself is done within. */
  private @Nullable Thread busy;

  /** How many came due meanwhile. */
  private int owed;

  /** Nothing waits. */
  public Later(Timer timer) {
    this.timer = timer;
    this.lastDueNs = timer.nanoTime();
  }

  /** Does it at once if it need not wait and nothing waits. */
  public void run(Runnable action, long delayNs) {
    boolean isNested;
    synchronized (this) {
      long nowNs = timer.nanoTime();
      long dueNs = nowNs + delayNs;
      lastDueNs = dueNs - lastDueNs > 0 ? dueNs : lastDueNs;
      isNested = Objects.equals(busy, Thread.currentThread());
      if (!waiting.isEmpty() || lastDueNs - nowNs > 0 || (busy != null && !isNested)) {
        waiting.add(action);
        timer.after(lastDueNs - nowNs, this::next);
        return;
      }
      busy = Thread.currentThread();
    }
    if (isNested) {
      action.run();
    } else {
      runAll(action);
    }
  }

  private void next() {
    Optional<Runnable> first;
    synchronized (this) {
      if (busy != null) {
        owed++;
        return;
      }
      first = take();
    }
    first.ifPresent(this::runAll);
  }

  private Optional<Runnable> take() {
    Optional<Runnable> first = Optional.ofNullable(waiting.poll());
    busy = first.isPresent() ? Thread.currentThread() : null;
    return first;
  }

  private void runAll(Runnable first) {
    Optional<Runnable> now = Optional.of(first);
    while (now.isPresent()) {
      boolean isDone = false;
      try {
        now.get().run();
        isDone = true;
      } finally {
        now = after(isDone);
      }
    }
  }

  private synchronized Optional<Runnable> after(boolean isDone) {
    busy = null;
    if (owed == 0 || !isDone) {
      return Optional.empty();
    }
    owed--;
    return take();
  }
}
