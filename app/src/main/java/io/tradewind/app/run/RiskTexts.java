package io.tradewind.app.run;

import static io.tradewind.app.run.RunSettings.duration;
import static io.tradewind.app.run.RunSettings.text;

import io.tradewind.core.execution.slippage.SlippagePolicy;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.BreakerLimits;
import io.tradewind.core.risk.limit.LockScope;
import io.tradewind.core.risk.limit.LossLimits;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.risk.limit.ProtectionRule;
import io.tradewind.core.risk.limit.Rate;
import io.tradewind.core.risk.sizing.EntryFloors;
import io.tradewind.core.risk.sizing.SizingRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Limits as settings write them; what is off is left out. */
final class RiskTexts {
  private final RiskSettings limits;
  private final Map<String, String> all;

  private RiskTexts(RiskSettings limits, Map<String, String> all) {
    this.limits = limits;
    this.all = all;
  }

  /** Adds them under their paths. */
  static void add(RiskSettings limits, Map<String, String> all) {
    RiskTexts texts = new RiskTexts(limits, all);
    texts.addExposure(limits.exposure());
    texts.addLosses(limits.losses());
    texts.addBreakers(limits.breakers());
    texts.add("risk.protections", limits.protections().stream().map(RiskTexts::rule).toList());
    texts.addFloors(limits.floors());
    texts.addSizing();
  }

  private void addExposure(PortfolioLimits exposure) {
    add("risk.max-trade-risk", exposure.tradeRisk());
    add("risk.max-heat", exposure.heat());
    add("risk.max-symbol-exposure", exposure.symbolExposure());
    add("risk.max-sector-exposure", exposure.sectorExposure());
    add(
        "risk.sectors",
        limits.sectors().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .toList());
    add("risk.max-leverage", exposure.leverage());
    all.put("risk.max-open-positions", Integer.toString(exposure.openPositions()));
    add("risk.max-volatility", exposure.yearlyVolatility());
    if (Double.isFinite(exposure.valueAtRisk())) {
      add("risk.max-value-at-risk", exposure.valueAtRisk());
      add("risk.value-at-risk-confidence", exposure.level().confidence());
      all.put("risk.value-at-risk-days", Integer.toString(exposure.level().days()));
    }
    if (exposure.correlation() < 1) {
      add("risk.max-correlation", exposure.correlation());
    }
    if (!exposure.orders().equals(Rate.NEVER)) {
      all.put("risk.max-orders-a-minute", Integer.toString(exposure.orders().count()));
    }
  }

  private void addLosses(LossLimits losses) {
    add("risk.day-loss", losses.day());
    add("risk.week-loss", losses.week());
    add("risk.month-loss", losses.month());
    add("risk.drawdown-warns", losses.drawdownWarns());
    add("risk.drawdown-halts", losses.drawdownHalts());
    if (losses.warningAt() < 1) {
      add("risk.warning-at", losses.warningAt());
    }
  }

  private void addBreakers(BreakerLimits breakers) {
    add("risk.breakers.day-loss", breakers.dayLoss());
    if (Double.isFinite(breakers.flashMove())) {
      add("risk.breakers.flash-move", breakers.flashMove());
      all.put("risk.breakers.flash-window", duration(breakers.flashWindowNs()));
      all.put("risk.breakers.flash-stops-all", onOff(breakers.flashStopsAll()));
    }
    if (breakers.losingStreak() < Integer.MAX_VALUE) {
      all.put("risk.breakers.losing-streak", Integer.toString(breakers.losingStreak()));
    }
    if (!breakers.errors().equals(Rate.NEVER)) {
      all.put("risk.breakers.errors", rate(breakers.errors()));
    }
    if (Double.isFinite(breakers.slippageBps())) {
      all.put("risk.breakers.slippage-fills", Integer.toString(breakers.slippageFills()));
      add("risk.breakers.slippage-bps", breakers.slippageBps());
    }
    if (!breakers.equals(BreakerLimits.NONE)) {
      all.put("risk.breakers.cooling", duration(breakers.coolingNs()));
    }
  }

  private void addFloors(EntryFloors floors) {
    floors
        .stop()
        .ifPresent(
            band -> all.put("risk.floors.stop-band", text(band.least()) + ":" + text(band.most())));
    add("risk.floors.net-profit", floors.netProfit());
    add("risk.floors.reward-to-risk", floors.rewardToRisk());
    add("risk.floors.confidence", floors.confidence());
  }

  private void addSizing() {
    add("risk.sizing", limits.sizing().stream().map(RiskTexts::rule).toList());
    if (limits.dynamic().isPresent()) {
      all.put("risk.dynamic", "on");
    }
    if (limits.followsTrend()) {
      all.put("risk.follow-trend", "on");
    }
    limits
        .leverage()
        .ifPresent(policy -> {
          all.put("risk.max-position-leverage", Integer.toString(policy.most()));
          add("risk.leverage-volatility", policy.target());
          add("risk.leverage-margin", policy.margin());
        });
    limits.slippage().ifPresent(this::addSlippage);
  }

  private void addSlippage(SlippagePolicy policy) {
    add("risk.slippage.limit", policy.maxRatio());
    all.put("risk.slippage.action", policy.action().name().toLowerCase(Locale.ROOT));
    all.put("risk.slippage.otherwise", policy.otherwise().name().toLowerCase(Locale.ROOT));
    all.put("risk.slippage.parts", Integer.toString(policy.maxParts()));
    all.put("risk.slippage.refill", duration(policy.refillNs()));
    add("risk.slippage.participation", policy.participation());
    add("risk.slippage.spread", policy.spreadRatio());
  }

  private void add(String path, double value) {
    if (Double.isFinite(value)) {
      all.put(path, text(value));
    }
  }

  private void add(String path, OptionalDouble value) {
    value.ifPresent(number -> add(path, number));
  }

  private void add(String path, List<String> texts) {
    if (!texts.isEmpty()) {
      all.put(path, String.join(",", texts));
    }
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  private static String rate(Rate rate) {
    return rate.count() + "/" + duration(rate.windowNs());
  }

  private static String scope(LockScope scope) {
    return scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String rule(ProtectionRule rule) {
    String scope = scope(rule.scope());
    String lock = duration(rule.lockNs());
    return switch (rule) {
      case ProtectionRule.CoolDown _ -> String.join(":", "cool-down", scope, lock);
      case ProtectionRule.StopGuard guard ->
          String.join(":", "stop-guard", scope, rate(guard.stops()), lock);
      case ProtectionRule.DrawdownLock drawdown ->
          String.join(
              ":",
              "drawdown",
              scope,
              duration(drawdown.windowNs()),
              Integer.toString(drawdown.trades()),
              text(drawdown.drawdown()),
              lock);
      case ProtectionRule.LowProfit low ->
          String.join(
              ":",
              "low-profit",
              scope,
              duration(low.windowNs()),
              Integer.toString(low.trades()),
              text(low.profit()),
              lock);
    };
  }

  private static String rule(SizingRule rule) {
    return switch (rule) {
      case SizingRule.FixedAmount amount -> "amount:" + text(amount.quote());
      case SizingRule.FixedShare share -> "share:" + text(share.ratio());
      case SizingRule.PercentRisk risk -> "percent-risk:" + text(risk.ratio());
      case SizingRule.Volatility volatility ->
          String.join(":", "volatility", text(volatility.ratio()), text(volatility.multiple()));
      case SizingRule.Kelly kelly ->
          String.join(
              ":",
              "kelly",
              text(kelly.fraction()),
              text(kelly.most()),
              Integer.toString(kelly.trades()));
      case SizingRule.Confidence confidence -> "confidence:" + text(confidence.base());
      case SizingRule.Damped damped ->
          String.join(
              ":", "damped", text(damped.base()), text(damped.weight()), text(damped.most()));
    };
  }
}
