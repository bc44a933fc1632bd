package io.tradewind.simulation.crowd;

import io.tradewind.simulation.exchange.Amounts;

/** Which quantities can be orders. */
final class Sizes {
  private Sizes() {}

  /** Whether a quantity in whole lots is enough for an order, and has a worth that is a number. */
  static boolean isOrder(MarketPort.Rules rules, long qtyE8, long priceE8) {
    return qtyE8 >= rules.minQtyE8()
        && Amounts.fits(priceE8, qtyE8)
        && Amounts.quoteDownE8(priceE8, qtyE8) >= Math.max(1, rules.minNotionalE8());
  }

  /** The least quantity in whole lots that is an order at a price. */
  static long leastE8(MarketPort.Rules rules, long priceE8) {
    double worth = (double) Math.max(1, rules.minNotionalE8()) * Amounts.ONE_E8 / priceE8;
    long lots = (long) Math.ceil(worth / rules.lotE8());
    long qtyE8 = Math.max(rules.minQtyE8(), lots * rules.lotE8());
    while (!isOrder(rules, qtyE8, priceE8)) {
      qtyE8 += rules.lotE8();
    }
    return qtyE8;
  }
}
