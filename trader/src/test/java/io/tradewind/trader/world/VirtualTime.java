package io.tradewind.trader.world;

import io.tradewind.analytics.check.Check;
import io.tradewind.exchange.fault.Timer;
import io.tradewind.venues.time.VenueClock;
import java.util.PriorityQueue;

/**
 * A clock that goes from one thing that is due to the next, and the things that are due: by time,
 * those of one time in the order in which they were asked for.
 */
public final class VirtualTime implements VenueClock, Timer {
  private static final long MILLI_NS = 1_000_000;

  private final PriorityQueue<Due> agenda = new PriorityQueue<>();
  private long nowNs;
  private long numbers;

  private record Due(long timeNs, long number, Runnable action) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(timeNs, other.timeNs);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  /**
   * Nothing is due.
   *
   * @param startNs epoch nanoseconds
   */
  public VirtualTime(long startNs) {
    this.nowNs = startNs;
  }

  @Override
  public long nowNs() {
    return nowNs;
  }

  @Override
  public long nanoTime() {
    return nowNs;
  }

  @Override
  public long wallMs() {
    return nowNs / MILLI_NS;
  }

  /** Has something done at a time, now if that is over. */
  public void at(long timeNs, Runnable action) {
    agenda.add(new Due(Math.max(nowNs, timeNs), numbers++, action));
  }

  @Override
  public void after(long delayNs, Runnable action) {
    Check.argument(delayNs >= 0, "delayNs must be >= 0, was %s", delayNs);
    at(nowNs + delayNs, action);
  }

  /** Has something done again and again, from a time on. */
  public void every(long fromNs, long periodNs, Runnable action) {
    Check.argument(periodNs > 0, "periodNs must be > 0, was %s", periodNs);
    at(
        fromNs,
        () -> {
          action.run();
          every(fromNs + periodNs, periodNs, action);
        });
  }

  /**
   * Goes to what is due next and does all that is due then, what it adds for then included.
   *
   * @param limitNs goes no further, and there if nothing is due before
   */
  public void step(long limitNs) {
    Check.argument(limitNs >= nowNs, "time must not go back, was %s", limitNs);
    Due first = agenda.peek();
    if (first == null || first.timeNs() > limitNs) {
      nowNs = limitNs;
      return;
    }
    nowNs = first.timeNs();
    for (Due due = first; due != null && due.timeNs() == nowNs; due = agenda.peek()) {
      agenda.remove();
      due.action().run();
    }
  }

  /** Does all that is due up to a time, that included. */
  public void run(long toNs) {
    while (nowNs < toNs) {
      step(toNs);
    }
  }
}
