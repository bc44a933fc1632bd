package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.order.OrderPurpose;

/**
 * What of a position is to be closed at the market, and why.
 *
 * @param qtyScaled how much, in quantity scale; {@link #ALL} for all that is held
 */
record ExitWish(long qtyScaled, OrderPurpose purpose) {
  static final long ALL = Long.MAX_VALUE;

  static ExitWish all(OrderPurpose purpose) {
    return new ExitWish(ALL, purpose);
  }

  boolean isAll() {
    return qtyScaled == ALL;
  }

  /** Both; the reason is that of what closes all, or the first. */
  ExitWish and(ExitWish other) {
    if (isAll()) {
      return this;
    }
    return other.isAll() ? other : new ExitWish(Math.addExact(qtyScaled, other.qtyScaled), purpose);
  }

  void save(StateWriter out) {
    out.writeLong(qtyScaled).writeInt(purpose.ordinal());
  }

  static ExitWish load(StateReader in) {
    return new ExitWish(in.readLong(), OrderPurpose.values()[in.readInt()]);
  }
}
