package io.tradewind.simulation.exchange.spot;

import io.tradewind.analytics.check.Check;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a stop waits for: a price, a distance from the best price since, or both, where the distance
 * counts from the trade that reaches the price.
 *
 * @param stopPriceE8 above 0
 * @param trailingDeltaBps in basis points, from 1 to 9999
 */
public record StopCondition(OptionalLong stopPriceE8, OptionalInt trailingDeltaBps) {
  public StopCondition {
    Check.argument(
        stopPriceE8.isPresent() || trailingDeltaBps.isPresent(),
        "a trigger has a price or a delta");
    stopPriceE8.ifPresent(it -> Check.argument(it > 0, "stopPriceE8 must be > 0, was %s", it));
    trailingDeltaBps.ifPresent(it ->
        Check.argument(it > 0 && it < 10_000, "trailingDeltaBps must be 1..9999, was %s", it));
  }

  /** At a price. */
  public static StopCondition at(long stopPriceE8) {
    return new StopCondition(OptionalLong.of(stopPriceE8), OptionalInt.empty());
  }

  /** At a distance, from now on. */
  public static StopCondition trailing(int deltaBps) {
    return new StopCondition(OptionalLong.empty(), OptionalInt.of(deltaBps));
  }

  /** At a distance, from the trade on that reaches a price. */
  public static StopCondition trailingFrom(long stopPriceE8, int deltaBps) {
    return new StopCondition(OptionalLong.of(stopPriceE8), OptionalInt.of(deltaBps));
  }
}
