package io.tradewind.simulation.venue;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.TradingRules;
import java.util.List;

/**
 * Fees that fall with what the account has traded in the {@value TradedVolume#DAYS} UTC days before
 * the day of the fill, as Binance has them (binance.com/en/fee/trading: the tier is set anew at
 * 00:00 UTC). Unlike there the volume alone decides, no balance of the venue's own coin, and all
 * instruments of the account count.
 *
 * @param tiers rising in volume, the first from 0; none where the fees are those of the rules
 */
public record FeeTiers(List<Tier> tiers) {
  /** The fees of the rules. */
  public static final FeeTiers NONE = new FeeTiers(List.of());

  /**
   * The fees from a volume on.
   *
   * @param fromScaled in cash scale
   * @param makerFeePpm of a resting order, millionths of the notional
   * @param takerFeePpm of an order that takes liquidity, millionths of the notional
   */
  public record Tier(long fromScaled, long makerFeePpm, long takerFeePpm) {
    /** Checks the ranges. */
    public Tier {
      Check.argument(fromScaled >= 0, "fromScaled must be >= 0, was %s", fromScaled);
      TradingRules.checkFees(makerFeePpm, takerFeePpm);
    }
  }

  /** Checks the order. */
  public FeeTiers {
    tiers = List.copyOf(tiers);
    for (int i = 0; i < tiers.size(); i++) {
      long from = tiers.get(i).fromScaled();
      boolean follows = i == 0 ? from == 0 : from > tiers.get(i - 1).fromScaled();
      Check.argument(follows, "fee tiers must begin at 0 and rise, was %s", from);
    }
  }

  /** Whether the fees are those of the rules. */
  boolean isEmpty() {
    return tiers.isEmpty();
  }

  /** The tier of a volume; there must be tiers. */
  Tier at(long volumeScaled) {
    int i = tiers.size() - 1;
    while (tiers.get(i).fromScaled() > volumeScaled) {
      i--;
    }
    return tiers.get(i);
  }
}
