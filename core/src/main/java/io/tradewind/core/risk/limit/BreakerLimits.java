package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;

/**
 * When a circuit breaker trips. Infinite, or {@link Rate#NEVER}, where it is not to.
 *
 * @param dayLoss loss of a UTC day, as a ratio, that closes everything until resumed by hand
 * @param flashMove move of a price within the span, as a ratio, in either direction
 * @param flashWindowNs that span
 * @param flashStopsAll whether one instrument's crash stops entries in all of them
 * @param losingStreak losing trades, one after the other, of all books together
 * @param errors orders that were rejected or lost
 * @param slippageFills fills that the average slippage is taken of
 * @param slippageBps average slippage that is too much, in basis points against us
 * @param coolingNs how long a breaker holds that returns by itself
 */
public record BreakerLimits(
    double dayLoss,
    double flashMove,
    long flashWindowNs,
    boolean flashStopsAll,
    int losingStreak,
    Rate errors,
    int slippageFills,
    double slippageBps,
    long coolingNs) {
  private static final long MINUTE_NS = 60 * Utc.SECOND_NS;

  /**
   * What paper and live ship with. That a crash stops all, five errors within ten minutes and the
   * average of twenty fills are our own choice; 10 bps is where orders are split.
   */
  public static final BreakerLimits SHIPPED =
      new BreakerLimits(
          0.05, 0.10, 5 * MINUTE_NS, true, 5, new Rate(5, 10 * MINUTE_NS), 20, 10, 60 * MINUTE_NS);

  /** What research starts from: none trips. */
  public static final BreakerLimits NONE =
      new BreakerLimits(
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          5 * MINUTE_NS,
          false,
          Integer.MAX_VALUE,
          Rate.NEVER,
          1,
          Double.POSITIVE_INFINITY,
          60 * MINUTE_NS);

  /** Checks the ranges. */
  public BreakerLimits {
    Check.argument(dayLoss > 0, "dayLoss must be > 0, was %s", dayLoss);
    Check.argument(flashMove > 0, "flashMove must be > 0, was %s", flashMove);
    Check.argument(
        flashWindowNs >= Utc.SECOND_NS, "flashWindowNs must be >= 1 s, was %s", flashWindowNs);
    Check.argument(losingStreak >= 1, "losingStreak must be >= 1, was %s", losingStreak);
    Check.argument(
        slippageFills >= 1 && slippageFills <= 100_000,
        "slippageFills must be in 1..100000, was %s",
        slippageFills);
    Check.argument(slippageBps > 0, "slippageBps must be > 0, was %s", slippageBps);
    Check.argument(coolingNs >= 1, "coolingNs must be >= 1, was %s", coolingNs);
  }
}
