package io.tradewind.core.engine;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.risk.limit.HedgeLimits;
import java.util.Optional;

/**
 * What a book hedges the others with.
 *
 * @param instrument its place in the session; a perpetual
 * @param own whether strategies do not see it, because it is there for the hedge alone
 * @param limits when they are hedged, and how far
 * @param leverage at which the contracts are held, on cross margin, at least 1; where the venue
 *     lends less, at the most that it does
 */
public record HedgeSpec(int instrument, boolean own, HedgeLimits limits, int leverage) {
  /** Checks the ranges. */
  public HedgeSpec {
    Check.argument(instrument >= 0, "instrument must be >= 0, was %s", instrument);
    Check.argument(leverage >= 1, "leverage must be >= 1, was %s", leverage);
  }

  /** How many of these instruments strategies see, from the first. */
  public static int seen(Optional<HedgeSpec> hedge, int instruments) {
    return hedge.isPresent() && hedge.get().own() ? instruments - 1 : instruments;
  }
}
