package io.tradewind.app.config;

import io.tradewind.analytics.risk.RiskLevel;
import io.tradewind.core.execution.slippage.SlippagePolicy;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.BreakerLimits;
import io.tradewind.core.risk.limit.LossLimits;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.risk.sizing.DynamicRisk;
import io.tradewind.core.risk.sizing.EntryFloors;
import io.tradewind.core.risk.sizing.LeveragePolicy;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Puts limits that are set one by one over a set of them. */
final class RiskLayers {
  private final Settings given;

  private RiskLayers(Settings given) {
    this.given = given;
  }

  /**
   * What holds.
   *
   * @param unnamed the set where none is named
   */
  static RiskSettings over(RiskSettings unnamed, Settings given) {
    RiskLayers layers = new RiskLayers(given);
    RiskSettings base =
        given
            .find(RiskCatalogue.LIMITS)
            .map(name -> name.equals("shipped") ? RiskSettings.SHIPPED : RiskSettings.RESEARCH)
            .orElse(unnamed);
    return new RiskSettings(
        layers.exposure(base.exposure()),
        layers.losses(base.losses()),
        layers.breakers(base.breakers()),
        layers.or(RiskCatalogue.PROTECTIONS, base.protections()),
        layers.floors(base.floors()),
        layers.or(RiskCatalogue.SIZING, base.sizing()),
        layers.dynamic(base.dynamic()),
        layers.or(RiskCatalogue.FOLLOW_TREND, base.followsTrend()),
        layers.leverage(base.leverage()),
        layers.or(RiskCatalogue.SECTORS, base.sectors()),
        layers.slippage(base.slippage()));
  }

  private <T> T or(Setting<T> setting, T base) {
    return given.find(setting).orElse(base);
  }

  private int count(Setting<Long> setting, int base) {
    return Math.toIntExact(or(setting, (long) base));
  }

  private PortfolioLimits exposure(PortfolioLimits base) {
    return new PortfolioLimits(
        count(RiskCatalogue.MAX_OPEN_POSITIONS, base.openPositions()),
        or(RiskCatalogue.MAX_SYMBOL_EXPOSURE, base.symbolExposure()),
        or(RiskCatalogue.MAX_SECTOR_EXPOSURE, base.sectorExposure()),
        or(RiskCatalogue.MAX_LEVERAGE, base.leverage()),
        or(RiskCatalogue.MAX_TRADE_RISK, base.tradeRisk()),
        or(RiskCatalogue.MAX_HEAT, base.heat()),
        or(RiskCatalogue.MAX_VOLATILITY, base.yearlyVolatility()),
        or(RiskCatalogue.MAX_VALUE_AT_RISK, base.valueAtRisk()),
        new RiskLevel(
            or(RiskCatalogue.VALUE_AT_RISK_CONFIDENCE, base.level().confidence()),
            count(RiskCatalogue.VALUE_AT_RISK_DAYS, base.level().days())),
        or(RiskCatalogue.MAX_CORRELATION, base.correlation()),
        or(RiskCatalogue.MAX_ORDERS_A_MINUTE, base.orders()));
  }

  /** A halt before the warning leaves nothing to warn of: the warning then is the halt. */
  private LossLimits losses(LossLimits base) {
    double halts = or(RiskCatalogue.DRAWDOWN_HALTS, base.drawdownHalts());
    return new LossLimits(
        or(RiskCatalogue.DAY_LOSS, base.day()),
        or(RiskCatalogue.WEEK_LOSS, base.week()),
        or(RiskCatalogue.MONTH_LOSS, base.month()),
        Math.min(or(RiskCatalogue.DRAWDOWN_WARNS, base.drawdownWarns()), halts),
        halts,
        or(RiskCatalogue.WARNING_AT, base.warningAt()));
  }

  private BreakerLimits breakers(BreakerLimits base) {
    return new BreakerLimits(
        or(RiskCatalogue.BREAKER_DAY_LOSS, base.dayLoss()),
        or(RiskCatalogue.FLASH_MOVE, base.flashMove()),
        or(RiskCatalogue.FLASH_WINDOW, base.flashWindowNs()),
        or(RiskCatalogue.FLASH_STOPS_ALL, base.flashStopsAll()),
        count(RiskCatalogue.LOSING_STREAK, base.losingStreak()),
        or(RiskCatalogue.BREAKER_ERRORS, base.errors()),
        count(RiskCatalogue.SLIPPAGE_FILLS, base.slippageFills()),
        or(RiskCatalogue.BREAKER_SLIPPAGE, base.slippageBps()),
        or(RiskCatalogue.COOLING, base.coolingNs()));
  }

  private EntryFloors floors(EntryFloors base) {
    return new EntryFloors(
        or(RiskCatalogue.STOP_BAND, base.stop()),
        or(RiskCatalogue.NET_PROFIT, base.netProfit()),
        or(RiskCatalogue.REWARD_TO_RISK, base.rewardToRisk()),
        or(RiskCatalogue.CONFIDENCE, base.confidence()));
  }

  private Optional<DynamicRisk> dynamic(Optional<DynamicRisk> base) {
    boolean on = or(RiskCatalogue.DYNAMIC, base.isPresent());
    return on ? Optional.of(base.orElse(DynamicRisk.SHIPPED)) : Optional.empty();
  }

  /** As for leverage. */
  private Optional<SlippagePolicy> slippage(Optional<SlippagePolicy> base) {
    Optional<OptionalDouble> limit = given.find(RiskCatalogue.SLIPPAGE_LIMIT);
    boolean isSet = RiskCatalogue.SLIPPAGE.stream().anyMatch(each -> given.find(each).isPresent());
    if (limit.equals(Optional.of(OptionalDouble.empty())) || (base.isEmpty() && !isSet)) {
      return Optional.empty();
    }
    SlippagePolicy policy = base.orElse(SlippagePolicy.DEFAULT);
    return Optional.of(
        new SlippagePolicy(
            limit.orElse(OptionalDouble.empty()).orElse(policy.maxRatio()),
            or(RiskCatalogue.SLIPPAGE_ACTION, policy.action()),
            or(RiskCatalogue.SLIPPAGE_OTHERWISE, policy.otherwise()),
            count(RiskCatalogue.SLIPPAGE_PARTS, policy.maxParts()),
            or(RiskCatalogue.SLIPPAGE_REFILL, policy.refillNs()),
            or(RiskCatalogue.SLIPPAGE_PARTICIPATION, policy.participation()),
            or(RiskCatalogue.SLIPPAGE_SPREAD, policy.spreadRatio())));
  }

  /** Where the set has none, any setting of it brings the shipped one with that changed. */
  private Optional<LeveragePolicy> leverage(Optional<LeveragePolicy> base) {
    Optional<OptionalInt> most = given.find(RiskCatalogue.MAX_POSITION_LEVERAGE);
    Optional<Double> target = given.find(RiskCatalogue.LEVERAGE_VOLATILITY);
    Optional<Double> margin = given.find(RiskCatalogue.LEVERAGE_MARGIN);
    boolean isSet = most.isPresent() || target.isPresent() || margin.isPresent();
    if (most.equals(Optional.of(OptionalInt.empty())) || (base.isEmpty() && !isSet)) {
      return Optional.empty();
    }
    LeveragePolicy policy = base.orElse(LeveragePolicy.SHIPPED);
    return Optional.of(
        new LeveragePolicy(
            most.orElse(OptionalInt.empty()).orElse(policy.most()),
            target.orElse(policy.target()),
            margin.orElse(policy.margin())));
  }
}
