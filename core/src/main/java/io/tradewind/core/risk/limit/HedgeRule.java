package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;

/**
 * The opposing position in a reference perpetual that brings beta and heat back to their targets.
 * Pure: what is remembered is the hedge that is held.
 *
 * <p>With the book's notional in units of the reference, {@code b = sum(beta notional)} without the
 * hedge, and equity e, beta asks for {@code |b| - betaTarget e}. The stops are taken to be reached
 * by one move of the reference, {@code m = heat e / |b|}, against which a hedge of h gains {@code h
 * m}; so heat asks for {@code h = |b| (1 - heatTarget / heat)}. The larger of the two is held
 * against the sign of b, never more than b, nor than its account can carry. A limit that is
 * infinite asks for nothing. Heat without beta cannot be hedged by the reference.
 *
 * <p>A hedge begins when a limit is passed and it would be larger than the band, changes when it is
 * wrong by more than the band, and is released when neither needs it, both being at their targets
 * or under, or when it would have to be on the other side.
 */
public final class HedgeRule {
  private static final HedgeDecision KEEP = new HedgeDecision.Keep();
  private static final HedgeDecision RELEASE = new HedgeDecision.Release();

  private HedgeRule() {}

  /**
   * What is held.
   *
   * @param equity of the account
   * @param betaNotional notional in units of the reference, below 0 for shorts, without the hedge
   * @param risk what all stops would lose, without the hedge, at least 0
   * @param hedge notional of the hedge, below 0 for a short, 0 without one
   * @param most notional that the account of the hedge can carry
   */
  public record Situation(
      double equity, double betaNotional, double risk, double hedge, double most) {
    /** Checks the ranges. */
    public Situation {
      Check.argument(
          Double.isFinite(betaNotional), "betaNotional must be finite, was %s", betaNotional);
      Check.argument(Double.isFinite(hedge), "hedge must be finite, was %s", hedge);
      Check.argument(risk >= 0, "risk must be >= 0, was %s", risk);
      Check.argument(most >= 0, "most must be >= 0, was %s", most);
    }
  }

  /** What to do now. Without equity nothing is hedged: there is nothing to do it with. */
  public static HedgeDecision decide(Situation now, HedgeLimits limits) {
    double equity = now.equity();
    double size = Math.abs(now.betaNotional());
    double heat = now.risk() / equity;
    boolean isOver = size > limits.beta() * equity || heat > limits.heat();
    double side = -Math.signum(now.betaNotional());
    boolean holdsIt = now.hedge() != 0 && Math.signum(now.hedge()) == side;
    boolean isWrong = now.hedge() != 0 && !holdsIt;
    if (equity <= 0 || isWrong || !(isOver || holdsIt)) {
      return end(now);
    }
    double forBeta = Double.isFinite(limits.beta()) ? size - limits.betaTarget() * equity : 0;
    double forHeat =
        Double.isFinite(limits.heat()) && heat > 0 ? size * (1 - limits.heatTarget() / heat) : 0;
    double needed = Math.max(forBeta, forHeat);
    double possible = Math.min(needed, now.most());
    double held = holdsIt ? Math.abs(now.hedge()) : 0;
    if (possible > 0 && Math.abs(possible - held) > limits.band() * equity) {
      HedgeDecision.Cause because =
          forBeta >= forHeat ? HedgeDecision.Cause.BETA : HedgeDecision.Cause.HEAT;
      return new HedgeDecision.Hedge(side * possible, side * needed, because);
    }
    return holdsIt && possible > 0 ? KEEP : end(now);
  }

  private static HedgeDecision end(Situation now) {
    return now.hedge() == 0 ? KEEP : RELEASE;
  }
}
