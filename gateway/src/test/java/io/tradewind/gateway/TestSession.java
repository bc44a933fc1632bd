package io.tradewind.gateway;

import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.status.ControlPort;
import io.tradewind.core.status.StatusPort;
import io.tradewind.core.status.TraderStatus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;

/** A session that is how a test wants it and keeps what it was asked for. */
public final class TestSession implements StatusPort, ControlPort {
  /** When everything is taken. */
  public static final long TAKEN_NS = Sample.NOW_NS + 250_000_000L;

  private final List<ControlEvent> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger stops = new AtomicInteger();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile TraderStatus status = Sample.status();
  private volatile Writing writing = Writing.AT_ONCE;

  /** What becomes of what it is asked for. */
  public enum Writing {
    AT_ONCE,
    NEVER,
    FAILS,
    IS_FULL
  }

  public void set(TraderStatus status) {
    this.status = status;
  }

  public void set(Writing writing) {
    this.writing = writing;
  }

  public List<ControlEvent> asked() {
    return asked;
  }

  public int stops() {
    return stops.get();
  }

  /** Whether it was ended, by now or in a while. */
  public boolean awaitStop() throws InterruptedException {
    return stopped.await(1, TimeUnit.MINUTES);
  }

  public void stop() {
    stops.incrementAndGet();
    stopped.countDown();
  }

  @Override
  public TraderStatus status() {
    return status;
  }

  @Override
  public boolean ask(LongFunction<ControlEvent> wish, Answer answer) {
    if (writing == Writing.IS_FULL) {
      return false;
    }
    asked.add(wish.apply(TAKEN_NS));
    switch (writing) {
      case AT_ONCE -> answer.written(TAKEN_NS);
      case FAILS -> answer.failed("secret of the disk");
      case NEVER, IS_FULL -> {}
    }
    return true;
  }
}
