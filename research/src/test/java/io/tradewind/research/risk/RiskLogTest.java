package io.tradewind.research.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.BreakerLimits;
import io.tradewind.core.risk.limit.LockScope;
import io.tradewind.core.risk.limit.LossLimits;
import io.tradewind.core.risk.limit.ProtectionRule;
import io.tradewind.core.risk.sizing.SizeRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskLogTest {

  private static String text(HeldDay day) {
    return String.format(
        Locale.ROOT,
        "%.2f/%.2f/%.2f %.2f/%.2f/%.2f %+.2f %d",
        100 * day.heat(),
        100 * day.maxHeat(),
        100 * day.meanHeat(),
        100 * day.leverage(),
        100 * day.maxLeverage(),
        100 * day.meanLeverage(),
        100 * day.net(),
        day.maxPositions());
  }

  /**
   * Heat, then leverage, each at the end of the day, at most and on average; then net and the
   * number of positions. Of 50 coins at 110, equity 10 500, a stop at 90 loses 1000 from there:
   * 9.52 %.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~                            | 100 100 100 100 | 0.00/0.00/0.00 0.00/0.00/0.00 +0.00 0   | 0.00/0.00/0.00 0.00/0.00/0.00 +0.00 0
          0 long share 0.5 stop 90      | 100 100 110 110 | 5.00/5.00/2.50 50.00/50.00/25.00 +50.00 1 | 9.52/9.52/9.52 52.38/52.38/52.38 +52.38 1
          0 long share 0.5              | 100 100 110 110 | 50.00/50.00/25.00 50.00/50.00/25.00 +50.00 1 | 52.38/52.38/52.38 52.38/52.38/52.38 +52.38 1
          0 short share 0.5 stop 120    | 100 100 90 100  | 10.00/10.00/5.00 50.00/50.00/25.00 -50.00 1 | 10.00/14.29/12.14 50.00/50.00/46.43 -50.00 1
          0 long share 0.5 stop 90, 2 exit | 100 100 110 110 | 5.00/5.00/2.50 50.00/50.00/25.00 +50.00 1 | 0.00/9.52/4.76 0.00/52.38/26.19 +0.00 1
          """)
  void tellsWhatWasHeldEachDay(String script, String closes, String first, String second) {
    double[] prices =
        List.of(closes.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
    RiskRecord record =
        RiskRuns.run(script, RiskSettings.RESEARCH, RiskRuns.closes(prices)).record();
    assertThat(record.days().stream().map(RiskLogTest::text).toList())
        .containsExactly(first, second);
    assertThat(record.days().get(1).closes()).containsExactly(prices[3]);
  }

  private static RiskSettings with(
      LossLimits losses, BreakerLimits breakers, List<ProtectionRule> protections) {
    RiskSettings base = RiskSettings.RESEARCH;
    return new RiskSettings(
        base.exposure(),
        losses,
        breakers,
        protections,
        base.floors(),
        base.sizing(),
        base.dynamic(),
        base.followsTrend(),
        base.leverage(),
        base.sectors(),
        Optional.empty());
  }

  private static String events(RiskRecord record) {
    return record.events().stream()
        .map(event -> event.kind().label() + " " + event.name() + ": " + event.detail())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void lossesAndWhatIsHeldAreToldWithTheirLimits() {
    LossLimits losses = new LossLimits(0.02, 0.5, 0.5, 0.5, 0.5, 0.8);
    RiskRecord record =
        RiskRuns.run(
                "0 long share 1",
                with(losses, BreakerLimits.NONE, List.of()),
                RiskRuns.closes(100, 100, 98.3, 98.3, 95.8417))
            .record();
    assertThat(events(record))
        .isEqualTo(
            """
            warned the exposure of the symbol: 100.00 % used, limit 100.00 %
            warned the exposure of all symbols: 100.00 % used, limit 100.00 %
            warned the exposure of the symbol: 100.00 % used, limit 100.00 %
            warned the exposure of all symbols: 100.00 % used, limit 100.00 %
            warned loss of a day: 1.70 % lost, limit 2.00 %
            warned the exposure of the symbol: 100.00 % used, limit 100.00 %
            warned the exposure of all symbols: 100.00 % used, limit 100.00 %
            limit loss of a day: 2.50 % lost, limit 2.00 %, until 2024-01-04 00:00\
            """);
    assertThat(record.sizes()).containsOnlyKeys(SizeRule.SIGNAL).containsValue(1);
  }

  @Test
  void breakersAndLocksAreTold() {
    BreakerLimits none = BreakerLimits.NONE;
    BreakerLimits breakers =
        new BreakerLimits(
            none.dayLoss(),
            none.flashMove(),
            none.flashWindowNs(),
            false,
            1,
            none.errors(),
            1,
            none.slippageBps(),
            none.coolingNs());
    ProtectionRule rest =
        new ProtectionRule.CoolDown(LockScope.SYMBOL_SIDE, 6 * ProtectionRule.HOUR_NS);
    RiskRecord record =
        RiskRuns.run(
                "0 long share 0.5, 1 exit",
                with(LossLimits.NONE, breakers, List.of(rest)),
                "100 100 100 100, 100 100 100 100, 98 98 98 98, 98 98 98 98, 98 98 98 98")
            .record();
    assertThat(events(record))
        .isEqualTo(
            """
            tripped losing streak: 1, limit 1, until 2024-01-02 01:00
            locked cool-down after an exit: T0/USDT:USDT: long entries, until 2024-01-02 06:00\
            """);
  }

  /** A stop within a candle fills just before its close, 00:00; six hours later is 05:59, cut. */
  @Test
  void timesAreCutToTheMinute() {
    ProtectionRule rest = new ProtectionRule.CoolDown(LockScope.SYMBOL, 6 * ProtectionRule.HOUR_NS);
    RiskRecord record =
        RiskRuns.run(
                "0 long share 0.5 stop 99",
                with(LossLimits.NONE, BreakerLimits.NONE, List.of(rest)),
                "100 100 100 100, 100 100 98 98, 98 98 98 98")
            .record();
    assertThat(events(record))
        .isEqualTo("locked cool-down after an exit: T0/USDT:USDT: entries, until 2024-01-02 05:59");
  }
}
