package io.tradewind.core.instrument;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The maintenance margin of a perpetual by size, and what its liquidation costs.
 *
 * @param tiers the smallest first, without gaps from a floor of 0 on
 * @param liquidationFeePpm fee of a liquidation, millionths of the notional
 */
public record MarginTable(List<MarginTier> tiers, long liquidationFeePpm) {
  /**
   * Floor in units of quote, maintenance in ppm, most leverage: of a symbol that is traded much.
   */
  private static final long[][] STANDARD = {
    {0, 5_000, 50},
    {50_000, 10_000, 25},
    {250_000, 25_000, 20},
    {1_000_000, 50_000, 10},
    {5_000_000, 100_000, 5},
    {20_000_000, 125_000, 4},
    {50_000_000, 250_000, 2},
    {100_000_000, 500_000, 1}
  };

  private static final long LIQUIDATION_FEE_PPM = 12_500;
  private static final long MILLION = 1_000_000;

  /** Checks that the tiers follow each other and that the margin rises without a step. */
  public MarginTable {
    tiers = List.copyOf(tiers);
    Check.argument(!tiers.isEmpty(), "a margin table needs a tier");
    Check.argument(
        tiers.getFirst().floorScaled() == 0,
        "the first tier must begin at 0, was %s",
        tiers.getFirst().floorScaled());
    Check.argument(
        tiers.getFirst().deductionScaled() == 0,
        "the first tier must deduct 0, was %s",
        tiers.getFirst().deductionScaled());
    for (int i = 1; i < tiers.size(); i++) {
      Check.argument(
          tiers.get(i).floorScaled() == tiers.get(i - 1).capScaled()
              && tiers.get(i).maintenancePpm() >= tiers.get(i - 1).maintenancePpm(),
          "tiers must follow each other and rise, tier %s does not",
          i + 1);
      Check.argument(
          isContinuous(tiers.get(i - 1), tiers.get(i)),
          "the deduction must make the margin continuous, that of tier %s does not",
          i + 1);
    }
    Check.argument(
        liquidationFeePpm >= 0 && liquidationFeePpm < 500_000,
        "liquidationFeePpm must be under 50 %%, was %s",
        liquidationFeePpm);
  }

  /**
   * What holds where the venue's own table is not known: from 0.5 % at leverage 50 up to 50 % of
   * what lies over 100 million of quote.
   */
  public static MarginTable standard(int cashScale) {
    List<MarginTier> tiers = new ArrayList<>();
    long unit = FixedPoint.pow10(cashScale);
    long deduction = 0;
    for (int i = 0; i < STANDARD.length; i++) {
      long floor = scaled(STANDARD[i][0], unit);
      long cap = i + 1 < STANDARD.length ? scaled(STANDARD[i + 1][0], unit) : Long.MAX_VALUE;
      long before = i == 0 ? STANDARD[0][1] : STANDARD[i - 1][1];
      deduction +=
          FixedPoint.mulDiv(floor, STANDARD[i][1] - before, MILLION, RoundingMode.HALF_EVEN);
      if (floor < cap) {
        tiers.add(new MarginTier(floor, cap, STANDARD[i][1], deduction, (int) STANDARD[i][2]));
      }
    }
    return new MarginTable(tiers, LIQUIDATION_FEE_PPM);
  }

  /** Whether both tiers ask for the same margin at the floor of the upper one, exactly. */
  private static boolean isContinuous(MarginTier lower, MarginTier upper) {
    long rise = upper.maintenancePpm() - lower.maintenancePpm();
    long more = upper.deductionScaled() - lower.deductionScaled();
    return more >= 0
        && Math.multiplyHigh(upper.floorScaled(), rise) == Math.multiplyHigh(more, MILLION)
        && upper.floorScaled() * rise == more * MILLION;
  }

  /** As many units as fit, where the scale leaves no room for all. */
  private static long scaled(long units, long unit) {
    return units > Long.MAX_VALUE / unit ? Long.MAX_VALUE : units * unit;
  }

  /** The tier of a notional, in cash scale; the last one holds for all that is above it. */
  public MarginTier tier(long notionalScaled) {
    for (int i = 0; i < tiers.size() - 1; i++) {
      if (notionalScaled <= tiers.get(i).capScaled()) {
        return tiers.get(i);
      }
    }
    return tiers.getLast();
  }

  /** What must stand behind a position of this notional, in cash scale, rounded up. */
  public long maintenanceScaled(long notionalScaled) {
    MarginTier tier = tier(notionalScaled);
    return FixedPoint.mulDiv(notionalScaled, tier.maintenancePpm(), MILLION, RoundingMode.CEILING)
        - tier.deductionScaled();
  }
}
