package io.tradewind.core.risk;

import io.tradewind.core.execution.slippage.SlippagePolicy;
import io.tradewind.core.risk.limit.BreakerLimits;
import io.tradewind.core.risk.limit.LossLimits;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.risk.limit.ProtectionRule;
import io.tradewind.core.risk.sizing.DynamicRisk;
import io.tradewind.core.risk.sizing.EntryFloors;
import io.tradewind.core.risk.sizing.LeveragePolicy;
import io.tradewind.core.risk.sizing.SizingRule;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that risk is held to. A limit that is missing would deny, so there is none without a
 * value.
 *
 * @param exposure how much may be held
 * @param losses how much may be lost
 * @param breakers when trading stops by itself
 * @param protections what bad trades lock
 * @param floors what an entry must reach
 * @param sizing rules beside the signal's wish, the smallest wins
 * @param dynamic what hard times leave of a size, empty where they leave all
 * @param followsTrend whether sizes are larger with the daily trend and smaller against it
 * @param leverage how contracts are held; where it is empty, as the signal asks and the venue lends
 * @param sectors of symbols or bases; what is not named is a sector of its own
 * @param slippage what is done with entries that are expected to lose too much by taking, empty
 *     where they may
 */
public record RiskSettings(
    PortfolioLimits exposure,
    LossLimits losses,
    BreakerLimits breakers,
    List<ProtectionRule> protections,
    EntryFloors floors,
    List<SizingRule> sizing,
    Optional<DynamicRisk> dynamic,
    boolean followsTrend,
    Optional<LeveragePolicy> leverage,
    SortedMap<String, String> sectors,
    Optional<SlippagePolicy> slippage) {

  /** What paper and live ship with. */
  public static final RiskSettings SHIPPED =
      new RiskSettings(
          PortfolioLimits.SHIPPED,
          LossLimits.SHIPPED,
          BreakerLimits.SHIPPED,
          ProtectionRule.SHIPPED,
          EntryFloors.SHIPPED,
          List.of(),
          Optional.of(DynamicRisk.SHIPPED),
          true,
          Optional.of(LeveragePolicy.SHIPPED),
          new TreeMap<>(),
          Optional.of(SlippagePolicy.DEFAULT));

  /**
   * What research starts from, so that a strategy is judged by its own sizes: all of equity may be
   * at risk, but no more than there is.
   */
  public static final RiskSettings RESEARCH = only(1, 1, 1, 1000);

  /** Copies what could change. */
  public RiskSettings {
    protections = List.copyOf(protections);
    sizing = List.copyOf(sizing);
    sectors = Collections.unmodifiableSortedMap(new TreeMap<String, String>(sectors));
  }

  /** Whether a size is reckoned from the average true range. */
  public boolean needsAtr() {
    return sizing.stream().anyMatch(SizingRule.Volatility.class::isInstance);
  }

  /** Nothing limits but these four. */
  public static RiskSettings only(
      double tradeRisk, double symbolExposure, double leverage, int openPositions) {
    return new RiskSettings(
        PortfolioLimits.NONE.with(tradeRisk, symbolExposure, leverage, openPositions),
        LossLimits.NONE,
        BreakerLimits.NONE,
        List.of(),
        EntryFloors.NONE,
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        new TreeMap<>(),
        Optional.empty());
  }

  /** The same with other limits of what may be held. */
  public RiskSettings with(PortfolioLimits other) {
    return with(other, slippage);
  }

  /** The same with another guard of slippage. */
  public RiskSettings with(Optional<SlippagePolicy> guard) {
    return with(exposure, guard);
  }

  private RiskSettings with(PortfolioLimits limits, Optional<SlippagePolicy> guard) {
    return new RiskSettings(
        limits,
        losses,
        breakers,
        protections,
        floors,
        sizing,
        dynamic,
        followsTrend,
        leverage,
        sectors,
        guard);
  }
}
