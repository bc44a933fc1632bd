package io.tradewind.simulation.exchange.spot;

import io.tradewind.core.order.Side;

/** On which side of the market an order waits. */
public enum StopKind {
  /** A purchase above the market, a sale below it. */
  STOP_LOSS,
  /** A purchase below the market, a sale above it. */
  TAKE_PROFIT;

  /** Whether the market must rise to the stop price; otherwise it must fall to it. */
  public boolean isAbove(Side side) {
    return (this == STOP_LOSS) == (side == Side.BUY);
  }
}
