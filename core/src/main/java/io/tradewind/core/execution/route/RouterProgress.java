package io.tradewind.core.execution.route;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a routed order is; quantities in quantity scale.
 *
 * @param end why it ended, once nothing can happen any more
 * @param openScaled in parts that may still fill, the unknown included
 * @param unknownScaled in parts of which nothing is known: they may have filled or not
 * @param rounds how often something was routed
 * @param averagePrice of the fills, in quote per base
 */
public record RouterProgress(
    Optional<RouteEnd> end,
    long askedScaled,
    long filledScaled,
    long openScaled,
    long unknownScaled,
    int rounds,
    OptionalDouble averagePrice) {

  /** What is neither filled nor open. */
  public long leftScaled() {
    return Math.max(0, askedScaled - filledScaled - openScaled);
  }
}
