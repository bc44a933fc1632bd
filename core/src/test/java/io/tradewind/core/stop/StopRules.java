package io.tradewind.core.stop;

import io.tradewind.core.trade.ExitRules;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Rules as the tables of the tests write them: {@code fixed 0.05 + trail 0.1 0.05}. */
final class StopRules {
  private StopRules() {}

  static StopPlan plan(String text) {
    return plan(Arrays.stream(text.split(" \\+ ")).map(StopRules::rule).toList());
  }

  static StopPlan plan(List<StopRule> rules) {
    return new StopPlan(rules, List.of(), List.of(), OptionalLong.empty());
  }

  static StopPlan ladder(List<ExitRules.LadderStep> steps) {
    return new StopPlan(List.of(), steps, List.of(), OptionalLong.empty());
  }

  static StopRule rule(String text) {
    String[] words = text.split(" ");
    double[] n = Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
    return switch (words[0]) {
      case "fixed" -> new StopRule.Fixed(n[0]);
      case "signal" -> new StopRule.SignalPrice(n[0]);
      case "volatility" -> new StopRule.Volatility(n[0]);
      case "trail" -> new StopRule.TrailingPercent(n[0], n[1]);
      case "trail-atr" -> new StopRule.TrailingAtr(n[0]);
      case "chandelier" -> new StopRule.Chandelier((int) n[0], n[1]);
      case "even" -> new StopRule.BreakEven(n[0]);
      default -> throw new IllegalArgumentException(text);
    };
  }
}
