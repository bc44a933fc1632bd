package io.tradewind.app.run;

import io.tradewind.app.config.Configuration.FeeTier;
import io.tradewind.core.execution.cost.FeeTiers;
import io.tradewind.core.number.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Fees as the venue takes them. */
final class Fees {
  private Fees() {}

  /** Hundredths of a percent to millionths. */
  static long ppm(BigDecimal bps) {
    return bps.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  /** Tiers with volumes in cash scale. */
  static FeeTiers tiers(List<FeeTier> tiers, int cashScale) {
    return new FeeTiers(
        tiers.stream()
            .map(tier ->
                new FeeTiers.Tier(
                    FixedPoint.fromDecimal(tier.fromVolume(), cashScale, RoundingMode.CEILING),
                    ppm(tier.makerFeeBps()),
                    ppm(tier.takerFeeBps())))
            .toList());
  }
}
