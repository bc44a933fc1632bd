package io.tradewind.trader.run;

import io.tradewind.trader.meter.OrderPath;
import io.tradewind.venues.binance.venue.AccountView;
import io.tradewind.venues.time.VenueClock;
import java.util.Optional;

/** Tells when commands are on disk, and when they have left. */
final class TimedOrders implements OrderSide {
  private final OrderSide inner;
  private final OrderPath path;
  private final VenueClock clock;

  TimedOrders(OrderSide inner, OrderPath path, VenueClock clock) {
    this.inner = inner;
    this.path = path;
    this.clock = clock;
  }

  /** What is decided within, word of orders has caused; what is decided after it, the time. */
  @Override
  public int doWork() {
    path.looked(clock.nowNs());
    int work = inner.doWork();
    path.looked(clock.nowNs());
    return work;
  }

  @Override
  public boolean isWaiting() {
    boolean waits = inner.isWaiting();
    if (!waits) {
      path.stayed();
    }
    return waits;
  }

  @Override
  public void release() {
    path.forced(clock.nowNs());
    inner.release();
    path.left(clock.nowNs());
  }

  @Override
  public boolean isInStep() {
    return inner.isInStep();
  }

  @Override
  public void recheck() {
    inner.recheck();
  }

  @Override
  public Optional<AccountView> account() {
    return inner.account();
  }

  @Override
  public long fillsOfOthers() {
    return inner.fillsOfOthers();
  }

  @Override
  public String why() {
    return inner.why();
  }

  @Override
  public long errors() {
    return inner.errors();
  }

  @Override
  public void close() {
    inner.close();
  }
}
