package io.tradewind.simulation.exchange.futures;

import io.tradewind.analytics.check.Check;
import java.util.OptionalLong;

/** What a conditional order waits for. */
public sealed interface AlgoCondition {
  /** A purchase as the price rises to it, a sale as it falls to it. */
  record Stop(long triggerPriceE8) implements AlgoCondition {
    public Stop {
      checkPrice(triggerPriceE8);
    }
  }

  /** A sale as the price rises to it, a purchase as it falls to it. */
  record TakeProfit(long triggerPriceE8) implements AlgoCondition {
    public TakeProfit {
      checkPrice(triggerPriceE8);
    }
  }

  /**
   * A turn by so much from the best price since it was active.
   *
   * @param callbackBps 1/100 of a per cent; Binance takes 10 to 1,000
   * @param activatePriceE8 active from the start where it is empty
   */
  record Trailing(int callbackBps, OptionalLong activatePriceE8) implements AlgoCondition {
    public Trailing {
      activatePriceE8.ifPresent(AlgoCondition::checkPrice);
    }
  }

  private static void checkPrice(long priceE8) {
    Check.argument(priceE8 > 0, "a price must be > 0, was %s", priceE8);
  }
}
