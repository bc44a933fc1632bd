package io.tradewind.core.risk.sizing;

import io.tradewind.analytics.check.Check;
import java.util.OptionalDouble;

/**
 * The leverage of a position: the smallest of what the signal suggests, {@code target / volatility}
 * of the symbol, the cap times confidence, the cap, and what the venue lends on a position of its
 * size; down to a whole number, at least 1; then lower until the liquidation lies further from the
 * entry than the stop by a margin. What is not known allows 1. Pure.
 *
 * @param most the hard cap, at least 1
 * @param target volatility of a day's returns that a position may have, leverage included
 * @param margin how much further than the stop the liquidation must be, as a ratio of the price
 */
public record LeveragePolicy(int most, double target, double margin) {
  /**
   * At most 3, 9 % a day, and 15 % beyond the stop: what a price may jump through it without a
   * liquidation.
   */
  public static final LeveragePolicy SHIPPED = new LeveragePolicy(3, 0.09, 0.15);

  /** What is a whole number but for the last bits of its reckoning is one. */
  private static final double HAIR = 1e-9;

  /**
   * What it is decided from.
   *
   * @param wish of the signal, at least 1
   * @param confidence of the signal, 0 to 1
   * @param volatility standard deviation of the symbol's returns of a day, a ratio
   * @param tierMost what the venue lends on a position of this size, at least 1
   * @param stopDistance as a ratio of the entry price, empty without a stop
   */
  public record Situation(
      double wish,
      double confidence,
      double volatility,
      int tierMost,
      OptionalDouble stopDistance) {}

  /** Checks the ranges. */
  public LeveragePolicy {
    Check.argument(most >= 1 && most <= 125, "most must be in [1, 125], was %s", most);
    Check.argument(target > 0 && target <= 10, "target must be in (0, 10], was %s", target);
    Check.argument(margin >= 0 && margin < 1, "margin must be in [0, 1), was %s", margin);
  }

  /** The leverage with its reason, or why there is none. */
  public LeverageDecision decide(Situation now, LiquidationDistance liquidation) {
    LeverageDecision.Hold wanted = smallest(now);
    if (now.stopDistance().isEmpty()) {
      return wanted.leverage() > 1 ? new LeverageDecision.Hold(1, LeverageRule.NO_STOP) : wanted;
    }
    double needed = now.stopDistance().getAsDouble() + margin;
    for (int leverage = wanted.leverage(); leverage >= 1; leverage--) {
      if (liquidation.at(leverage) > needed) {
        return leverage == wanted.leverage()
            ? wanted
            : new LeverageDecision.Hold(leverage, LeverageRule.LIQUIDATION);
      }
    }
    return new LeverageDecision.Refuse(
        LeverageRule.LIQUIDATION,
        "liquidation at leverage 1 is "
            + Figure.percent(liquidation.at(1))
            + " away, and must be over "
            + Figure.percent(needed));
  }

  private LeverageDecision.Hold smallest(Situation now) {
    LeverageDecision.Hold least = hold(now.wish(), LeverageRule.SIGNAL);
    least = smaller(least, target / now.volatility(), LeverageRule.VOLATILITY);
    least = smaller(least, most * now.confidence(), LeverageRule.CONFIDENCE);
    least = smaller(least, most, LeverageRule.HARD_CAP);
    return smaller(least, now.tierMost(), LeverageRule.VENUE_TIER);
  }

  private static LeverageDecision.Hold smaller(
      LeverageDecision.Hold least, double leverage, LeverageRule rule) {
    LeverageDecision.Hold other = hold(leverage, rule);
    return other.leverage() < least.leverage() ? other : least;
  }

  /** Down to a whole number, at least 1, which is also what no number gives. */
  private static LeverageDecision.Hold hold(double leverage, LeverageRule rule) {
    return new LeverageDecision.Hold(leverage > 1 ? (int) (leverage + HAIR) : 1, rule);
  }
}
