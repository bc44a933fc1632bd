package io.tradewind.app.config;

import static io.tradewind.app.config.Format.require;

import io.tradewind.app.terminal.Text;
import io.tradewind.core.risk.limit.LockScope;
import io.tradewind.core.risk.limit.ProtectionRule;
import io.tradewind.core.risk.limit.Rate;
import io.tradewind.core.risk.sizing.EntryFloors.Band;
import io.tradewind.core.risk.sizing.SizingRule;
import io.tradewind.core.trade.ExitRules.Chandelier;
import io.tradewind.core.trade.ExitRules.LadderStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How limits, rules of sizes and exits are read. */
final class RiskFormat {
  private RiskFormat() {}

  /** A share above zero, infinite where it is none. */
  static Format<Double> shareOrNone(double max) {
    return Format.ratioAbove(0, max, true).orNone(Double.POSITIVE_INFINITY);
  }

  /** A number, both ends included. */
  static Format<Double> number(double min, double max) {
    return Format.one(
        Text.of("a number from %s to %s", Format.plain(min), Format.plain(max)),
        text -> {
          double value = Double.parseDouble(text);
          require(value >= min && value <= max);
          return value;
        });
  }

  /** So many average true ranges. */
  static Format<Double> ranges() {
    return Format.one("a number above 0, up to 1000", RiskFormat::ranges);
  }

  private static double ranges(String text) {
    double value = Double.parseDouble(text);
    require(value > 0 && value <= 1000);
    return value;
  }

  static Format<Boolean> onOff() {
    return Format.choice("on", "off").map(text -> text.equals("on"));
  }

  /** So many within a time; never where it is none. */
  static Format<Rate> rate() {
    return Format.one("a count within a time, such as 5/10m", RiskFormat::rate).orNone(Rate.NEVER);
  }

  private static Rate rate(String text) {
    String[] sides = text.split("/", -1);
    require(sides.length == 2);
    return new Rate(count(sides[0]), duration(sides[1]));
  }

  private static int count(String text) {
    return Math.toIntExact(Format.integer(1, 100_000).reader().read(List.of(text)));
  }

  private static long duration(String text) {
    return Format.duration().reader().read(List.of(text));
  }

  /** Sectors by symbol or base. */
  static Format<SortedMap<String, String>> sectors() {
    Format<Map<String, String>> names = Format.assignments();
    return new Format<>(
        "symbol=sector or base=sector, such as BTC=major,ETH=major",
        true,
        parts -> new TreeMap<>(names.reader().read(parts)));
  }

  /** The nearest and the furthest place of a stop. */
  static Format<Band> band() {
    return Format.one(
        "the nearest and the furthest share under 100%, such as 0.5%:10%",
        text -> {
          String[] sides = text.split("[:=]", -1);
          require(sides.length == 2);
          return new Band(Format.ratio(sides[0].strip()), Format.ratio(sides[1].strip()));
        });
  }

  static Format<Chandelier> chandelier() {
    return Format.one(
        "bars:ranges, such as 22:3",
        text -> {
          String[] sides = text.split("[:=]", -1);
          require(sides.length == 2);
          return new Chandelier(Integer.parseInt(sides[0].strip()), ranges(sides[1].strip()));
        });
  }

  /** Returns with the part that is closed there. */
  static Format<List<LadderStep>> ladder() {
    return new Format<>(
        "return:share with rising returns and shares of 100% at most together, such as"
            + " 3%:50%,6%:25%",
        true,
        parts -> {
          List<LadderStep> steps = new ArrayList<>();
          double sum = 0;
          for (String entry : Format.entries(parts)) {
            String[] sides = entry.split("[:=]", -1);
            require(sides.length == 2);
            LadderStep step =
                new LadderStep(Format.ratio(sides[0].strip()), Format.ratio(sides[1].strip()));
            require(steps.isEmpty() || steps.getLast().ratio() < step.ratio());
            steps.add(step);
            sum += step.share();
          }
          require(sum <= 1 + 1e-9);
          return List.copyOf(steps);
        });
  }

  /** What bad trades lock. */
  static Format<List<ProtectionRule>> protections() {
    Format<List<ProtectionRule>> rules =
        new Format<>(
            "rules such as cool-down:symbol:5m,stop-guard:symbol-side:2/6h:3h,"
                + "drawdown:portfolio:2d:3:5%:12h,low-profit:symbol:1w:4:-2%:1d",
            true, parts -> Format.entries(parts).stream().map(RiskFormat::protection).toList());
    return rules.orNone(List.of());
  }

  private static ProtectionRule protection(String text) {
    List<String> parts = List.of(text.split(":", -1));
    require(parts.size() >= 3);
    LockScope scope = scope(parts.get(1));
    long lockNs = duration(parts.getLast());
    return switch (parts.getFirst() + " " + parts.size()) {
      case "cool-down 3" -> new ProtectionRule.CoolDown(scope, lockNs);
      case "stop-guard 4" -> new ProtectionRule.StopGuard(scope, rate(parts.get(2)), lockNs);
      case "drawdown 6" ->
          new ProtectionRule.DrawdownLock(
              scope,
              duration(parts.get(2)),
              count(parts.get(3)),
              Format.ratio(parts.get(4)),
              lockNs);
      case "low-profit 6" ->
          new ProtectionRule.LowProfit(
              scope,
              duration(parts.get(2)),
              count(parts.get(3)),
              Format.ratio(parts.get(4)),
              lockNs);
      default -> throw new IllegalArgumentException("no such rule");
    };
  }

  private static LockScope scope(String text) {
    require(text.equals(text.toLowerCase(Locale.ROOT)));
    return LockScope.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Rules of sizes, each with as many of its numbers as differ from its defaults. */
  static Format<List<SizingRule>> sizing() {
    Format<List<SizingRule>> rules =
        new Format<>(
            "rules such as share:10%,amount:1000,percent-risk:2%,volatility:2%:2,kelly:0.25:25%:30,"
                + "confidence:60%,damped:60%:2:50%, each with its first numbers or none",
            true, parts -> Format.entries(parts).stream().map(RiskFormat::sizingRule).toList());
    return rules.orNone(List.of());
  }

  private static SizingRule sizingRule(String text) {
    List<String> parts = List.of(text.split("[:=]", -1));
    Numbers numbers = new Numbers(parts.subList(1, parts.size()));
    SizingRule rule =
        switch (parts.getFirst()) {
          case "share" ->
              new SizingRule.FixedShare(numbers.nextShare(SizingRule.FixedShare.DEFAULT.ratio()));
          case "amount" -> new SizingRule.FixedAmount(numbers.next(Double.NaN));
          case "percent-risk" ->
              new SizingRule.PercentRisk(numbers.next(SizingRule.PercentRisk.DEFAULT.ratio()));
          case "volatility" ->
              new SizingRule.Volatility(
                  numbers.next(SizingRule.Volatility.DEFAULT.ratio()),
                  numbers.next(SizingRule.Volatility.DEFAULT.multiple()));
          case "kelly" ->
              new SizingRule.Kelly(
                  numbers.next(SizingRule.Kelly.DEFAULT.fraction()),
                  numbers.nextShare(SizingRule.Kelly.DEFAULT.most()),
                  numbers.nextCount(SizingRule.Kelly.DEFAULT.trades()));
          case "confidence" ->
              new SizingRule.Confidence(numbers.nextShare(SizingRule.Confidence.DEFAULT.base()));
          case "damped" ->
              new SizingRule.Damped(
                  numbers.nextShare(SizingRule.Damped.DEFAULT.base()),
                  numbers.next(SizingRule.Damped.DEFAULT.weight()),
                  numbers.next(SizingRule.Damped.DEFAULT.most()));
          default -> throw new IllegalArgumentException("no such rule");
        };
    require(numbers.isAtEnd());
    return rule;
  }

  /** Numbers one after the other, or their defaults after the last. */
  private static final class Numbers {
    private static final double MOST = 125;

    private final List<String> texts;
    private int next;

    Numbers(List<String> texts) {
      this.texts = texts;
    }

    double next(double absent) {
      return isAtEnd() ? absent : Format.ratio(texts.get(next++).strip());
    }

    /** More of equity than any venue lends is a slip. */
    double nextShare(double absent) {
      double value = next(absent);
      require(value <= MOST);
      return value;
    }

    int nextCount(int absent) {
      return isAtEnd() ? absent : count(texts.get(next++));
    }

    boolean isAtEnd() {
      return next == texts.size();
    }
  }
}
