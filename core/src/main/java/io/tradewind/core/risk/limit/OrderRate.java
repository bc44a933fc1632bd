package io.tradewind.core.risk.limit;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.OptionalLong;

/**
 * Orders within a sliding span of time. Entries beyond it are left nothing; cancels and reductions
 * are counted, too, but never held back. A time before the last one counts as the last one.
 */
public final class OrderRate implements Stateful {
  private final RecentTimes orders;
  private long nowNs = Long.MIN_VALUE;

  /** Before any order. */
  public OrderRate(Rate limit) {
    this.orders = new RecentTimes(limit);
  }

  /** An order went out. */
  public void onOrder(long timeNs) {
    nowNs = Math.max(nowNs, timeNs);
    orders.add(nowNs);
  }

  /** All or nothing. */
  public Allowance allowance(long timeNs) {
    boolean isFull = orders.isFullAt(Math.max(nowNs, timeNs));
    return new Allowance(isFull ? 0 : Double.POSITIVE_INFINITY, ExposureLimit.ORDER_RATE);
  }

  /** From when on the next entry may go; empty if it may now. */
  public OptionalLong freeFromNs(long timeNs) {
    return orders.isFullAt(Math.max(nowNs, timeNs))
        ? OptionalLong.of(orders.freeFromNs())
        : OptionalLong.empty();
  }

  /** How many there were within the span that ends now, counted to the limit. */
  public int count(long timeNs) {
    return orders.countAt(Math.max(nowNs, timeNs));
  }

  @Override
  public void save(StateWriter out) {
    out.section("order-rate", 1).writeLong(nowNs);
    orders.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("order-rate", 1);
    nowNs = in.readLong();
    orders.load(in);
  }
}
