package io.tradewind.simulation.session;

import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.BreakerLimits;
import io.tradewind.core.risk.limit.LockScope;
import io.tradewind.core.risk.limit.LossLimits;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.risk.limit.ProtectionRule;
import io.tradewind.core.risk.limit.Rate;
import io.tradewind.core.risk.sizing.EntryFloors;
import io.tradewind.core.risk.sizing.SizingRule;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.testkit.ExitWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Limits in words like {@code day 2% exits stop 5%}, each with what follows it; exits take the
 * rest. What is not named limits nothing.
 */
record RiskWords(Map<String, String> words) {
  static RiskWords of(String limits) {
    Map<String, String> words = new TreeMap<>();
    String[] parts = limits.split(" exits ", 2);
    if (parts.length == 2) {
      words.put("exits", parts[1]);
    }
    String last = "";
    for (String word : parts[0].isBlank() ? new String[0] : parts[0].split(" ")) {
      if (Character.isLetter(word.charAt(0))) {
        last = word;
        words.put(word, "");
      } else {
        words.put(last, word);
      }
    }
    return new RiskWords(words);
  }

  /** After which row a halt is ended; -1 for never. */
  int resume() {
    return Integer.parseInt(words.getOrDefault("resume", "-1"));
  }

  ExitRules exits() {
    return words.containsKey("exits") ? ExitWords.parse(words.get("exits")) : ExitRules.NONE;
  }

  RiskSettings settings() {
    PortfolioLimits none = PortfolioLimits.NONE;
    LossLimits calm = LossLimits.NONE;
    return new RiskSettings(
        new PortfolioLimits(
            Integer.parseInt(words.getOrDefault("positions", "1000")),
            ratio("symbol", none.symbolExposure()),
            ratio("sector", none.sectorExposure()),
            ratio("all", none.leverage()),
            ratio("risk", none.tradeRisk()),
            ratio("heat", none.heat()),
            none.yearlyVolatility(),
            none.valueAtRisk(),
            none.level(),
            none.correlation(),
            none.orders()),
        new LossLimits(
            ratio("day", calm.day()),
            ratio("week", calm.week()),
            ratio("month", calm.month()),
            ratio("drawdown", calm.drawdownHalts()) / 2,
            ratio("drawdown", calm.drawdownHalts()),
            0.8),
        new BreakerLimits(
            ratio("collapse", Double.POSITIVE_INFINITY),
            ratio("flash", Double.POSITIVE_INFINITY),
            300 * Utc.SECOND_NS,
            true,
            Integer.parseInt(words.getOrDefault("streak", "1000")),
            Rate.NEVER,
            1,
            Double.POSITIVE_INFINITY,
            ns(words.getOrDefault("cool", "1h"))),
        protections(),
        words.containsKey("floors") ? floorsWithoutConfidence() : EntryFloors.NONE,
        sizing(),
        Optional.empty(),
        false,
        Optional.empty(),
        new TreeMap<>(Map.of("T0", "one", "T1", "one")),
        Optional.empty());
  }

  private static EntryFloors floorsWithoutConfidence() {
    EntryFloors shipped = EntryFloors.SHIPPED;
    return new EntryFloors(
        shipped.stop(), shipped.netProfit(), shipped.rewardToRisk(), OptionalDouble.empty());
  }

  private List<ProtectionRule> protections() {
    List<ProtectionRule> rules = new ArrayList<>();
    words.forEach((word, value) -> {
      String[] parts = value.split("/");
      switch (word) {
        case "rest" -> rules.add(new ProtectionRule.CoolDown(LockScope.SYMBOL, ns(value)));
        case "guard" ->
            rules.add(
                new ProtectionRule.StopGuard(
                    LockScope.SYMBOL_SIDE,
                    new Rate(Integer.parseInt(parts[0]), ns(parts[1])),
                    ns(parts[2])));
        case "sink" ->
            rules.add(
                new ProtectionRule.DrawdownLock(
                    LockScope.PORTFOLIO,
                    ns(parts[1]),
                    Integer.parseInt(parts[0]),
                    ratio(parts[2]),
                    ns(parts[3])));
        case "low" ->
            rules.add(
                new ProtectionRule.LowProfit(
                    LockScope.SYMBOL,
                    ns(parts[1]),
                    Integer.parseInt(parts[0]),
                    ratio(parts[2]),
                    ns(parts[3])));
        default -> {}
      }
    });
    return rules;
  }

  private List<SizingRule> sizing() {
    List<SizingRule> rules = new ArrayList<>();
    if (words.containsKey("percent")) {
      rules.add(new SizingRule.PercentRisk(ratio(words.get("percent"))));
    }
    if (words.containsKey("share")) {
      rules.add(new SizingRule.FixedShare(ratio(words.get("share"))));
    }
    return rules;
  }

  private static long ns(String interval) {
    return Long.parseLong(interval.replace("h", "")) * 3600 * Utc.SECOND_NS;
  }

  private double ratio(String word, double otherwise) {
    return words.containsKey(word) ? ratio(words.get(word)) : otherwise;
  }

  private static double ratio(String percent) {
    return Double.parseDouble(percent.replace("%", "")) / 100;
  }
}
