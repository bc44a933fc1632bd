package io.tradewind.store.rules;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.number.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tiers of maintenance margin of a perpetual as a file has them.
 *
 * @param file that has them
 * @param steps at least one, the smallest first, each from the cap of the one before
 */
public record KnownMargin(Path file, List<MarginStep> steps) {
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final int PPM_DIGITS = 6;
  private static final long MILLION = 1_000_000;

  /** Copies the list. */
  public KnownMargin {
    steps = List.copyOf(steps);
    Check.argument(!steps.isEmpty(), "margin needs a tier, in %s", file);
  }

  /**
   * The tiers in a scale of cash. Shares that are finer than a millionth are rounded up, and a tier
   * begins at the last amount up to its floor at which the scale can tell a deduction without a
   * step: no position needs less than the file says. What lies above all amounts of the scale is
   * left out.
   *
   * @param liquidationFeePpm fee of a liquidation, millionths of the notional
   */
  public MarginTable table(int cashScale, long liquidationFeePpm) {
    List<MarginTier> tiers = new ArrayList<>();
    for (MarginStep step : steps) {
      long cap = amount(step.cap(), cashScale);
      long ppm = FixedPoint.fromDecimal(step.maintenance(), PPM_DIGITS, RoundingMode.CEILING);
      if (tiers.isEmpty()) {
        tiers.add(new MarginTier(0, cap, ppm, 0, step.maxLeverage()));
        continue;
      }
      MarginTier below = tiers.getLast();
      long rise = ppm - below.maintenancePpm();
      long floor = amount(step.floor(), cashScale);
      if (floor == cap) {
        break; // beyond all amounts of the scale
      }
      floor -= floor % (MILLION / gcd(rise, MILLION));
      if (floor > below.floorScaled()) {
        tiers.removeLast();
        tiers.add(
            new MarginTier(
                below.floorScaled(),
                floor,
                below.maintenancePpm(),
                below.deductionScaled(),
                below.maxLeverage()));
        long deduction =
            below.deductionScaled()
                + FixedPoint.mulDiv(floor, rise, MILLION, RoundingMode.UNNECESSARY);
        tiers.add(new MarginTier(floor, cap, ppm, deduction, step.maxLeverage()));
      }
    }
    return new MarginTable(tiers, liquidationFeePpm);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? Math.max(1, a) : gcd(b, a % b);
  }

  /** The fee of a liquidation in millionths where nothing is known: that of the standard table. */
  public static long feePpm(Optional<BigDecimal> feeBps, int cashScale) {
    return feeBps
        .map(bps -> FixedPoint.fromDecimal(bps.movePointRight(2), 0, RoundingMode.CEILING))
        .orElseGet(() -> MarginTable.standard(cashScale).liquidationFeePpm());
  }

  private static long amount(BigDecimal value, int scale) {
    BigDecimal scaled = value.movePointRight(scale);
    return scaled.compareTo(MOST) >= 0
        ? Long.MAX_VALUE
        : FixedPoint.fromDecimal(scaled, 0, RoundingMode.HALF_EVEN);
  }
}
