package io.tradewind.simulation.venue;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.execution.cost.CostBreakdown;
import io.tradewind.core.execution.cost.FeeTiers;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * What taking liquidity costs beside the fee, and how much of it there is. Prices of fills stay
 * within their candle; these are costs of their own.
 *
 * @param slippageBps of the notional, for every fill that takes liquidity
 * @param spreadBps the whole spread, of which such a fill pays half
 * @param impactBps square-root impact: this times the root of quantity over the candle's volume
 *     (Almgren and others 2005, "Direct Estimation of Equity Market Impact", in its simplest form)
 * @param volumeShare the part of a candle's volume that one candle can fill; all where empty
 * @param feeInBase whether a spot purchase pays its fee in what was bought
 * @param feeTiers fees by what the account traded in the {@value TradedVolume#DAYS} UTC days before
 *     the day of the fill, over those of the rules where there are any; as Binance has them
 *     (binance.com/en/fee/trading: the tier is set anew at 00:00 UTC), but that the volume alone
 *     decides, no balance of the venue's own coin, and all instruments of the account count
 */
public record CostModel(
    double slippageBps,
    double spreadBps,
    double impactBps,
    OptionalDouble volumeShare,
    boolean feeInBase,
    FeeTiers feeTiers) {

  /** Fees alone. */
  public static final CostModel NONE = new CostModel(0, 0, 0, OptionalDouble.empty(), false);

  /** Checks the ranges. */
  public CostModel {
    Check.argument(
        slippageBps >= 0 && slippageBps <= 1000,
        "slippage must be 0 to 1000 bps, was %s",
        slippageBps);
    Check.argument(
        spreadBps >= 0 && spreadBps <= 1000, "spread must be 0 to 1000 bps, was %s", spreadBps);
    Check.argument(
        impactBps >= 0 && impactBps <= 10_000, "impact must be 0 to 10000 bps, was %s", impactBps);
    Check.argument(
        volumeShare.isEmpty() || (volumeShare.getAsDouble() > 0 && volumeShare.getAsDouble() <= 1),
        "volume-share must be in (0, 1], was %s",
        volumeShare);
  }

  /** With the fees of the rules. */
  public CostModel(
      double slippageBps,
      double spreadBps,
      double impactBps,
      OptionalDouble volumeShare,
      boolean feeInBase) {
    this(slippageBps, spreadBps, impactBps, volumeShare, feeInBase, FeeTiers.NONE);
  }

  /** Millionths of the notional that a fill of this share of the candle's volume costs. */
  long takerPpm(double shareOfVolume) {
    double bps = slippageBps + spreadBps / 2;
    if (impactBps > 0) {
      bps += impactBps * Math.sqrt(Math.min(1, shareOfVolume));
    }
    return Crossing.amount(bps, 2, RoundingMode.CEILING);
  }

  /**
   * What a fill paid beside its fee, by kind: first its half of the spread, then slippage; what is
   * left is impact, or where the model has none the rounding of the last of the others.
   *
   * @param quoteScaled price times quantity, in cash scale
   * @param paidScaled slippage, spread and impact together, in cash scale
   */
  public CostBreakdown split(long quoteScaled, long paidScaled) {
    boolean slips = slippageBps > 0;
    boolean moves = impactBps > 0;
    long spread =
        slips || moves ? Math.min(paidScaled, part(quoteScaled, spreadBps / 2)) : paidScaled;
    long left = paidScaled - spread;
    long slippage = moves ? Math.min(left, part(quoteScaled, slippageBps)) : left;
    return new CostBreakdown(0, spread, slippage, left - slippage, 0, 0, 0, 0);
  }

  private static long part(long quoteScaled, double bps) {
    long ppm = Crossing.amount(bps, 2, RoundingMode.CEILING);
    return FixedPoint.mulDiv(quoteScaled, ppm, 1_000_000, RoundingMode.DOWN);
  }
}
