package io.tradewind.exchange.fault;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The machine's own time, and threads that do what is due. */
public final class WallTimer implements Timer, AutoCloseable {
  private static final int THREADS = 2;

  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          THREADS, Thread.ofPlatform().name("exchange-wire-", 0).daemon().factory());

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long wallMs() {
    return System.currentTimeMillis();
  }

  @Override
  public void after(long delayNs, Runnable action) {
    var _ = threads.schedule(action, delayNs, TimeUnit.NANOSECONDS);
  }

  /** Has something done again and again, with a pause between. */
  public void every(long pauseNs, Runnable action) {
    var _ = threads.scheduleWithFixedDelay(action, pauseNs, pauseNs, TimeUnit.NANOSECONDS);
  }

  /** What is not yet due is not done any more. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
