package io.tradewind.simulation.exchange;

import io.tradewind.analytics.check.Check;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.OptionalLong;

/**
 * The average price of the trades of the last minutes, weighted by quantity; the last price where
 * there were none in them, or where the minutes are 0.
 */
public final class AveragePrice {
  private static final long MINUTE_NS = 60_000_000_000L;

  private final int minutes;
  private final ArrayDeque<Traded> window = new ArrayDeque<>();
  private BigInteger qty = BigInteger.ZERO;
  private BigInteger product = BigInteger.ZERO;
  private OptionalLong lastE8 = OptionalLong.empty();

  private record Traded(long timeNs, BigInteger qty, BigInteger product) {}

  /** Over so many minutes, at least 0. */
  public AveragePrice(int minutes) {
    Check.argument(minutes >= 0, "minutes must be >= 0, was %s", minutes);
    this.minutes = minutes;
  }

  /** A trade; times never go back. */
  public void onTrade(long timeNs, long priceE8, long qtyE8) {
    lastE8 = OptionalLong.of(priceE8);
    if (minutes == 0) {
      return;
    }
    BigInteger size = BigInteger.valueOf(qtyE8);
    Traded traded = new Traded(timeNs, size, size.multiply(BigInteger.valueOf(priceE8)));
    window.addLast(traded);
    qty = qty.add(traded.qty);
    product = product.add(traded.product);
    forget(timeNs);
  }

  /** Rounded down; empty before the first trade. */
  public OptionalLong priceE8(long timeNs) {
    forget(timeNs);
    return window.isEmpty() ? lastE8 : OptionalLong.of(product.divide(qty).longValueExact());
  }

  private void forget(long timeNs) {
    while (!window.isEmpty() && window.getFirst().timeNs <= timeNs - minutes * MINUTE_NS) {
      Traded old = window.removeFirst();
      qty = qty.subtract(old.qty);
      product = product.subtract(old.product);
    }
  }
}
