package io.tradewind.core.execution.cost;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a venue charges by what an account has traded, mostly in the last thirty days.
 *
 * @param tiers rising in volume, the first from 0 on; none where the fees are those of the rules
 */
public record FeeTiers(List<Tier> tiers) {
  /** The fees of the rules. */
  public static final FeeTiers NONE = new FeeTiers(List.of());

  private static final long PPM = 1_000_000;

  /**
   * Fees from a volume on.
   *
   * @param fromVolumeScaled traded notional, in cash scale
   * @param makerFeePpm of a resting order, millionths of the notional; below 0 is paid to us
   * @param takerFeePpm of an order that takes liquidity
   */
  public record Tier(long fromVolumeScaled, long makerFeePpm, long takerFeePpm) {
    /** Checks the ranges. */
    public Tier {
      Check.argument(
          fromVolumeScaled >= 0, "fromVolumeScaled must be >= 0, was %s", fromVolumeScaled);
      TradingRules.checkFees(makerFeePpm, takerFeePpm);
    }
  }

  /** Checks the order. */
  public FeeTiers {
    tiers = List.copyOf(tiers);
    for (int i = 0; i < tiers.size(); i++) {
      long from = tiers.get(i).fromVolumeScaled();
      boolean follows = i == 0 ? from == 0 : from > tiers.get(i - 1).fromVolumeScaled();
      Check.argument(follows, "fee tiers must begin at 0 and rise, was %s", from);
    }
  }

  /** Whether the fees are those of the rules. */
  public boolean isEmpty() {
    return tiers.isEmpty();
  }

  /** The tier that a volume has reached, in cash scale, at least 0; there must be tiers. */
  public Tier at(long volumeScaled) {
    Tier reached = tiers.getFirst();
    for (Tier tier : tiers) {
      reached = tier.fromVolumeScaled() <= volumeScaled ? tier : reached;
    }
    return reached;
  }

  /** The fee of a fill, rounded against us, in cash scale. */
  public long feeScaled(long volumeScaled, boolean isMaker, long notionalScaled) {
    Tier tier = at(volumeScaled);
    long ppm = isMaker ? tier.makerFeePpm() : tier.takerFeePpm();
    return FixedPoint.mulDiv(notionalScaled, ppm, PPM, RoundingMode.CEILING);
  }
}
