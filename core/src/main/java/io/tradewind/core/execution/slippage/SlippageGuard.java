package io.tradewind.core.execution.slippage;

import io.tradewind.core.execution.Lots;
import io.tradewind.core.execution.ParentOrder;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;
import java.math.RoundingMode;

/**
 * Holds an order that would take liquidity against what it may lose by that. Pure.
 *
 * <p>A split is judged part by part, as if the market had recovered in between: {@code parts} is
 * the smallest number of equal parts of which each stays within the limit. What the whole moves the
 * price for good is not made smaller by it, only what each part pays for haste.
 */
public final class SlippageGuard {
  private SlippageGuard() {}

  /** What is to be done with an order. */
  public static SlippageVerdict judge(
      SlippagePolicy policy, ParentOrder order, Liquidity liquidity) {
    ExpectedSlippage expected = liquidity.expected(order.side(), order.qtyScaled());
    double most = policy.maxRatio() * (1 + Liquidity.HAIR);
    if (expected.isComplete() && expected.ratio() <= most) {
      return new SlippageVerdict.Pass(expected, SlippageReason.WITHIN);
    }
    SlippageReason reason =
        expected.isComplete() ? SlippageReason.OVER_LIMIT : SlippageReason.TOO_THIN;
    return policy.action() == SlippagePolicy.Action.SPLIT
        ? split(policy, order, liquidity, expected, reason)
        : whole(policy.action(), policy, order, liquidity, expected, reason);
  }

  private static SlippageVerdict split(
      SlippagePolicy policy,
      ParentOrder order,
      Liquidity liquidity,
      ExpectedSlippage expected,
      SlippageReason reason) {
    Lots lots = new Lots(order.instrument(), order.rules(), 0);
    long largest = lots.down(liquidity.largestWithin(order.side(), policy.maxRatio()));
    if (largest == 0) {
      SlippageReason why =
          expected.spread() > policy.maxRatio() ? SlippageReason.SPREAD_TOO_WIDE : reason;
      return whole(policy.otherwise(), policy, order, liquidity, expected, why);
    }
    long parts = FixedPoint.divide(order.qtyScaled(), largest, RoundingMode.CEILING);
    boolean isTooSmall = largest < lots.smallest(liquidity.midScaled());
    if (parts > policy.maxParts() || isTooSmall) {
      SlippageReason why = SlippageReason.TOO_MANY_PARTS;
      return whole(policy.otherwise(), policy, order, liquidity, expected, why);
    }
    long durationNs = durationNs(policy, order.qtyScaled(), parts, liquidity.dailyVolumeScaled());
    return new SlippageVerdict.Split(
        expected, reason, (int) parts, durationNs, policy.participation());
  }

  /** Long enough for the book to fill up after each part, and for the volume to allow for all. */
  private static long durationNs(SlippagePolicy policy, long qty, long parts, long dailyVolume) {
    long refillNs = Math.multiplyExact(parts, policy.refillNs());
    if (dailyVolume == 0) {
      return refillNs;
    }
    double days = qty / (policy.participation() * dailyVolume);
    return Math.max(refillNs, (long) Math.ceil(days * Utc.DAY_NS));
  }

  private static SlippageVerdict whole(
      SlippagePolicy.Action action,
      SlippagePolicy policy,
      ParentOrder order,
      Liquidity liquidity,
      ExpectedSlippage expected,
      SlippageReason reason) {
    return action == SlippagePolicy.Action.LIMIT
        ? new SlippageVerdict.Limit(
            expected, reason, worstScaled(policy, order, liquidity.midScaled()))
        : new SlippageVerdict.Refuse(expected, reason);
  }

  /** The price at which all of it would lose just what it may. */
  private static long worstScaled(SlippagePolicy policy, ParentOrder order, long midScaled) {
    double mid = Crossing.toDouble(midScaled, order.instrument().priceScale());
    return order.worstScaled(mid, policy.maxRatio());
  }
}
