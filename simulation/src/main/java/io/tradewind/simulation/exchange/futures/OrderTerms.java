package io.tradewind.simulation.exchange.futures;

import io.tradewind.analytics.check.Check;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.OptionalLong;

/** How much an order wants, and at which price. */
public sealed interface OrderTerms {
  /** Above 0. */
  long qtyE8();

  /**
   * At a price or better.
   *
   * @param timeInForce {@link TimeInForce#POST_ONLY} is Binance's GTX
   * @param goodTillNs only with {@link TimeInForce#GTC}, and then it is Binance's GTD
   */
  record Limit(long qtyE8, long priceE8, TimeInForce timeInForce, OptionalLong goodTillNs)
      implements OrderTerms {
    public Limit {
      checkQty(qtyE8);
      Check.argument(priceE8 > 0, "priceE8 must be > 0, was %s", priceE8);
      Check.argument(
          goodTillNs.isEmpty() || timeInForce == TimeInForce.GTC,
          "only good till cancelled has a date, was %s",
          timeInForce);
    }

    /** Good till cancelled. */
    public Limit(long qtyE8, long priceE8) {
      this(qtyE8, priceE8, TimeInForce.GTC, OptionalLong.empty());
    }
  }

  /** Whether only retail takers may meet it. */
  default boolean isRpi() {
    return this instanceof Limit limit && limit.timeInForce == TimeInForce.RPI;
  }

  /** At any price. */
  record Market(long qtyE8) implements OrderTerms {
    public Market {
      checkQty(qtyE8);
    }
  }

  /** The limit, if there is one. */
  default OptionalLong limitPriceE8() {
    return switch (this) {
      case Limit limit -> OptionalLong.of(limit.priceE8);
      case Market _ -> OptionalLong.empty();
    };
  }

  private static void checkQty(long qtyE8) {
    Check.argument(qtyE8 > 0, "qtyE8 must be > 0, was %s", qtyE8);
  }
}
