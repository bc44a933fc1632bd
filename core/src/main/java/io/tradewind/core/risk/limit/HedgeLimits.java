package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;

/**
 * When a book is hedged, as ratios of equity. Between a limit and its target nothing changes, so
 * that a hedge does not flicker.
 *
 * @param beta notional in units of the reference, in either direction, over which it is hedged;
 *     infinite where beta is not looked at
 * @param betaTarget what a hedge brings it back to, under the limit; no hedge is needed under it
 * @param heat what all stops may lose, over which it is hedged; infinite where heat is not looked
 *     at
 * @param heatTarget what a hedge brings that back to, under the limit
 * @param band how far a hedge may be from the right size before it is changed; a smaller one is not
 *     begun
 */
public record HedgeLimits(
    double beta, double betaTarget, double heat, double heatTarget, double band) {

  /**
   * What ships: heat has the limit that entries have, which prices that gap and books that add up
   * can pass; the other numbers are our own choice.
   */
  public static final HedgeLimits SHIPPED = new HedgeLimits(0.8, 0.6, 0.10, 0.07, 0.05);

  /** Never hedges. */
  public static final HedgeLimits NONE =
      new HedgeLimits(Double.POSITIVE_INFINITY, 1, Double.POSITIVE_INFINITY, 1, 1);

  /** Checks the ranges. */
  public HedgeLimits {
    Check.argument(
        betaTarget >= 0 && betaTarget < beta,
        "betaTarget must be >= 0 and under beta, was %s",
        betaTarget);
    Check.argument(
        heatTarget >= 0 && heatTarget < heat,
        "heatTarget must be >= 0 and under heat, was %s",
        heatTarget);
    Check.argument(band > 0, "band must be > 0, was %s", band);
  }
}
