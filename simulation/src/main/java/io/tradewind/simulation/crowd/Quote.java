package io.tradewind.simulation.crowd;

import io.tradewind.core.order.Side;

/** A level of the makers on one side. */
final class Quote {
  final Side side;

  /** How far from the centre, in units of the first level's. */
  final double distance;

  /** When nothing has been eaten, in units of 10^-8. */
  final double fullE8;

  /** What there is to offer now. */
  double haveE8;

  /** Whether an order stands. */
  boolean stands;

  long orderId;
  long priceE8;
  long openE8;

  /** Where it ought to stand; 0 if there is no such price. */
  long wantedPriceE8;

  Quote(Side side, double distance, double fullE8) {
    this.side = side;
    this.distance = distance;
    this.fullE8 = fullE8;
    this.haveE8 = fullE8;
  }

  /** Learns what the order has open; what was eaten since. */
  long settle(long nowOpenE8) {
    long eaten = openE8 - nowOpenE8;
    haveE8 = Math.max(0, haveE8 - eaten);
    openE8 = nowOpenE8;
    stands = nowOpenE8 > 0;
    return eaten;
  }

  void refill(double left) {
    haveE8 = fullE8 - (fullE8 - haveE8) * left;
  }
}
