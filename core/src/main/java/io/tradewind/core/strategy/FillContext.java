package io.tradewind.core.strategy;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.Side;

/** A fill as a strategy sees it. Valid during the call only. */
public interface FillContext {

  /** When it happened, epoch nanoseconds. */
  long timeNs();

  /** What was traded. */
  InstrumentId instrument();

  /** Its place among the run's instruments, from 0. */
  int instrumentIndex();

  /** Bought or sold. */
  Side side();

  /** What the order was for. */
  OrderPurpose purpose();

  /** Price in quote. */
  double price();

  /** Quantity of base. */
  double qty();

  /** The position after the fill. */
  PositionView position();
}
