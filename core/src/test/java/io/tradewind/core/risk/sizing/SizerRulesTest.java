package io.tradewind.core.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.regime.MarketTrend;
import io.tradewind.core.signal.SignalSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules, limits and further caps against each other. */
class SizerRulesTest {
  private static final Evidence KNOWN = new Evidence(0.8, 0.05, 1, 1, 1, TradeRecord.NONE);
  private static final Sizer.Situation NOW = new Sizer.Situation(1000, 1e6, 1, 50, 0.1);

  /** The signal wants 500 of an equity of 1000; rules are as in the tables of the rules. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the wish alone,                   '',                     '', 500, SIGNAL",
    "a rule allows more,               'share 0.9',            '', 500, SIGNAL",
    "a rule allows less,               'share 0.3',            '', 300, FIXED",
    "percent risk,                     'risk 0.02',            '', 200, PERCENT_RISK",
    "the least of three,               'share 0.3;risk 0.02;volatility 0.005 2', '', 125, VOLATILITY",
    "Kelly without a record,           'kelly 1 1 30',         '', 500, SIGNAL",
    "confidence,                       'confidence 0.6',       '', 480, CONFIDENCE",
    "damped,                           'damped 0.6 2 0.5',     '', 345.6, DAMPED",
    "a cap,                            '',                     'HEAT 120', 120, HEAT",
    "the least of the caps,            '',                     'HEAT 120;CORRELATION 80', 80, CORRELATION",
    "a cap that is used up,            '',                     'VALUE_AT_RISK -3', 0, VALUE_AT_RISK",
    "a cap that is not known,          '',                     'HEAT 1;SECTOR_EXPOSURE NaN', 0, SECTOR_EXPOSURE",
    "a cap without bound,              '',                     'VENUE_TIER Infinity', 500, SIGNAL",
    "equals: the wish before a rule,   'share 0.5',            '', 500, SIGNAL",
    "equals: the first rule,           'share 0.2;risk 0.02',  '', 200, FIXED",
    "equals: the other first rule,     'risk 0.02;share 0.2',  '', 200, PERCENT_RISK",
    "equals: a rule before a cap,      'share 0.2',            'HEAT 200', 200, FIXED",
    "equals: the first cap,            '',                     'HEAT 9;ALLOCATION 9', 9, HEAT"
  })
  void theSmallestWins(String what, String rules, String caps, double budget, SizeRule bound) {
    Sizer.Request request =
        new Sizer.Request(new SignalSize.Notional(500), NOW, KNOWN, 1, 0, caps(caps));
    Sizer.Size size = Sizer.size(request, rules(rules));
    assertThat(size.boundBy()).as(what).isEqualTo(bound);
    assertThat(size.budget()).as(what).isCloseTo(budget, within(1e-9));
  }

  /** The order that decides between equals is the one that the class tells. */
  @Test
  void weighsInOrder() {
    Evidence cautious = new Evidence(0.8, 0.05, 1, 1, 0.5, TradeRecord.NONE);
    Sizer.Request request =
        new Sizer.Request(
            new SignalSize.Notional(500), NOW, cautious, 1, 0, caps("HEAT 1;CORRELATION 2"));
    assertThat(Sizer.weigh(request, rules("risk 0.1;kelly 1 1 30;share 0.5")))
        .extracting(Sizer.Size::boundBy)
        .containsExactly(
            SizeRule.SIGNAL,
            SizeRule.PERCENT_RISK,
            SizeRule.FIXED,
            SizeRule.DYNAMIC_RISK,
            SizeRule.HEAT,
            SizeRule.CORRELATION,
            SizeRule.FREE_BALANCE);
  }

  /** A wish of 500 in a market and a direction, with rules and a limit of exposure. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a long in a bull market,         BULL, long,  '',        1,   1,    550, SIGNAL",
    "a short in a bull market,        BULL, short, '',        1,   1,    450, SIGNAL",
    "a long in a bear market,         BEAR, long,  '',        1,   1,    450, SIGNAL",
    "a short in a bear market,        BEAR, short, '',        1,   1,    550, SIGNAL",
    "neither,                         NONE, long,  '',        1,   1,    500, SIGNAL",
    "a limit is not multiplied,       BULL, long,  '',        0.5, 1,    500, SYMBOL_EXPOSURE",
    "a rule is not multiplied,        BULL, long,  share 0.4, 1,   1,    400, FIXED",
    "dynamic risk takes of the wish,  NONE, long,  '',        1,   0.5,  250, DYNAMIC_RISK",
    "and of the smallest rule,        NONE, long,  share 0.4, 1,   0.5,  200, DYNAMIC_RISK",
    "after the regime,                BULL, long,  '',        1,   0.5,  275, DYNAMIC_RISK",
    "a limit is not scaled,           NONE, long,  '',        0.2, 0.5,  200, SYMBOL_EXPOSURE",
    "dynamic risk is not known,       NONE, long,  '',        1,   NaN,  0, DYNAMIC_RISK"
  })
  void regimeAndDynamicRiskChangeWhatIsWanted(
      String what,
      MarketTrend trend,
      String direction,
      String rules,
      double exposure,
      double risk,
      double budget,
      SizeRule bound) {
    double factor = direction.equals("long") ? trend.longFactor() : trend.shortFactor();
    Evidence evidence = new Evidence(0.8, 0.05, 1, factor, risk, TradeRecord.NONE);
    Sizer.Request request =
        new Sizer.Request(
            new SignalSize.Notional(500),
            NOW,
            evidence,
            1,
            0,
            Limits.caps(NOW, 0, 1, exposure, 125));
    Sizer.Size size = Sizer.size(request, rules(rules));
    assertThat(size.boundBy()).as(what).isEqualTo(bound);
    assertThat(size.budget()).as(what).isCloseTo(budget, within(1e-9));
  }

  /** 100 are free, equity is 1000, others hold 700; wanted is more than there is. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "no leverage: what is free,              1, 0,     125, 100, FREE_BALANCE",
    "costs are within the budget,            1, 0.001, 125, 100, FREE_BALANCE",
    "three times of it,                      3, 0,     125, 300, FREE_BALANCE",
    "less what the costs of three times are, 3, 0.001, 125, 299.40179461615155, FREE_BALANCE",
    "the limit counts notional,              3, 0,     0.9, 200, LEVERAGE",
    "and not margin,                         50, 0,    0.9, 200, LEVERAGE"
  })
  void leverageReachesFurther(
      String what, double leverage, double costs, double most, double budget, SizeRule bound) {
    Sizer.Situation now = new Sizer.Situation(1000, 100, 1, 50, 0.1);
    Sizer.Request request =
        new Sizer.Request(
            new SignalSize.Notional(10_000),
            now,
            KNOWN,
            leverage,
            costs,
            Limits.caps(now, 700, 1, 125, most));
    Sizer.Size size = Sizer.size(request, List.of());
    assertThat(size.boundBy()).as(what).isEqualTo(bound);
    assertThat(size.budget()).as(what).isCloseTo(budget, within(1e-9));
    double notional = size.budget() / (1 + costs);
    assertThat(notional / leverage + notional * costs).isLessThanOrEqualTo(100 + 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0", "NaN, 0", "1, -0.1", "1, 1", "1, NaN"})
  void aRequestIsChecked(double leverage, double costs) {
    assertThatThrownBy(() ->
            new Sizer.Request(
                SignalSize.EQUAL_SHARE, NOW, Evidence.NONE, leverage, costs, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Of anything, numbers or none: never negative, never NaN, no more than anyone allows. */
  @Test
  void neverMoreThanTheSmallest() {
    int denied = 0;
    for (long seed = 0; seed < 5000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Sizer.Request request = anything(random);
      List<SizingRule> rules = someRules(random);
      Sizer.Size size = Sizer.size(request, rules);
      List<Sizer.Size> all = Sizer.weigh(request, rules);
      assertThat(size.budget()).as("seed %s", seed).isNotNaN().isFinite().isNotNegative();
      boolean anyUnknown = all.stream().anyMatch(one -> Double.isNaN(one.budget()));
      denied += anyUnknown ? 1 : 0;
      double least = all.stream().mapToDouble(Sizer.Size::budget).min().orElseThrow();
      assertThat(size.budget()).as("seed %s", seed).isEqualTo(anyUnknown ? 0 : Math.max(0, least));
      assertThat(all)
          .as("seed %s", seed)
          .anyMatch(one ->
              one.boundBy() == size.boundBy()
                  && (anyUnknown ? Double.isNaN(one.budget()) : one.budget() == least));
    }
    assertThat(denied).isBetween(500, 4500);
  }

  private static Sizer.Request anything(SplittableRandom random) {
    Sizer.Situation now =
        new Sizer.Situation(
            1000 * random.nextDouble(),
            odd(random, 2000 * random.nextDouble() - 100),
            random.nextInt(1, 5),
            50,
            odd(random, random.nextDouble()));
    Evidence evidence =
        new Evidence(
            odd(random, random.nextDouble()),
            odd(random, random.nextDouble() / 4),
            odd(random, 5 * random.nextDouble()),
            0.9 + 0.2 * random.nextDouble(),
            odd(random, 1 - random.nextDouble()),
            new TradeRecord(
                random.nextInt(60),
                odd(random, random.nextDouble()),
                random.nextDouble(),
                random.nextDouble()));
    return new Sizer.Request(
        new SignalSize.Share(2 - random.nextDouble()),
        now,
        evidence,
        1 + random.nextInt(5),
        random.nextDouble() / 100,
        List.of(new Sizer.Cap(odd(random, 3000 * random.nextDouble() - 200), SizeRule.HEAT)));
  }

  /** Now and then what a number should not be. */
  private static double odd(SplittableRandom random, double value) {
    return switch (random.nextInt(60)) {
      case 0 -> Double.NaN;
      case 1 -> 0;
      case 2 -> -value;
      default -> value;
    };
  }

  private static List<SizingRule> someRules(SplittableRandom random) {
    List<SizingRule> rules = new ArrayList<>();
    for (String text :
        List.of(
            "amount 400",
            "share 0.7",
            "risk 0.05",
            "volatility 0.05 2",
            "kelly 1 1 30",
            "confidence 0.9",
            "damped 0.9 2 0.5")) {
      if (random.nextBoolean()) {
        rules.add(SizingRuleTest.rule(text));
      }
    }
    return rules;
  }

  private static List<SizingRule> rules(String text) {
    return words(text).map(SizingRuleTest::rule).toList();
  }

  private static List<Sizer.Cap> caps(String text) {
    return words(text)
        .map(one -> one.split(" "))
        .map(one -> new Sizer.Cap(Double.parseDouble(one[1]), SizeRule.valueOf(one[0])))
        .toList();
  }

  private static java.util.stream.Stream<String> words(String text) {
    return Arrays.stream(text.split(";")).filter(one -> !one.isEmpty());
  }
}
