package io.tradewind.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.execution.slippage.SlippagePolicy;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.BreakerLimits;
import io.tradewind.core.risk.limit.LockScope;
import io.tradewind.core.risk.limit.LossLimits;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.risk.limit.ProtectionRule;
import io.tradewind.core.risk.limit.Rate;
import io.tradewind.core.risk.sizing.EntryFloors;
import io.tradewind.core.risk.sizing.LeveragePolicy;
import io.tradewind.core.risk.sizing.SizingRule;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits by file, environment and flag, over either set. */
class RiskLayersTest {
  private static final long HOUR_NS = ProtectionRule.HOUR_NS;

  /** A text of each setting that changes the shipped set. */
  private static final String CHANGES =
      """
      risk.max-trade-risk           | 3%
      risk.max-heat                 | none
      risk.max-symbol-exposure      | 0.4
      risk.max-sector-exposure      | none
      risk.sectors                  | BTC=major
      risk.max-leverage             | 90%
      risk.max-open-positions       | 11
      risk.max-volatility           | none
      risk.max-value-at-risk        | none
      risk.value-at-risk-confidence | 99%
      risk.value-at-risk-days       | 10
      risk.max-correlation          | none
      risk.max-orders-a-minute      | none
      risk.day-loss                 | none
      risk.week-loss                | none
      risk.month-loss               | none
      risk.drawdown-warns           | 6%
      risk.drawdown-halts           | none
      risk.warning-at               | 1
      risk.breakers.day-loss        | none
      risk.breakers.flash-move      | none
      risk.breakers.flash-window    | 6m
      risk.breakers.flash-stops-all | off
      risk.breakers.losing-streak   | none
      risk.breakers.errors          | none
      risk.breakers.slippage-fills  | 21
      risk.breakers.slippage-bps    | none
      risk.breakers.cooling         | 61m
      risk.protections              | none
      risk.floors.stop-band         | none
      risk.floors.net-profit        | none
      risk.floors.reward-to-risk    | none
      risk.floors.confidence        | none
      risk.sizing                   | kelly
      risk.dynamic                  | off
      risk.follow-trend             | off
      risk.max-position-leverage    | none
      risk.leverage-volatility      | 8%
      risk.leverage-margin          | 16%
      risk.slippage.limit           | none
      risk.slippage.action          | limit
      risk.slippage.otherwise       | limit
      risk.slippage.parts           | 21
      risk.slippage.refill          | 31s
      risk.slippage.participation   | 11%
      risk.slippage.spread          | 0
      """;

  private static RiskSettings over(RiskSettings set, Map<String, String> texts) {
    ConfigLoader loader = new ConfigLoader();
    texts.forEach((path, text) ->
        loader.environment(Map.of(Catalogue.find(path).orElseThrow().variable(), text)));
    return loaded(loader).configuration().risk().settings(set);
  }

  private static ConfigResult.Loaded loaded(ConfigLoader loader) {
    return switch (loader.load()) {
      case ConfigResult.Loaded loaded -> loaded;
      case ConfigResult.Faulty faulty -> throw new AssertionError(faulty.errors());
    };
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = CHANGES)
  void eachSettingChangesTheSet(String path, String text) {
    assertThat(over(RiskSettings.SHIPPED, Map.of(path, text))).isNotEqualTo(RiskSettings.SHIPPED);
  }

  @Test
  void eachSettingHasItsLineAbove() {
    assertThat(CHANGES.lines().map(line -> line.split(" ")[0]).toList())
        .containsExactlyElementsOf(RiskCatalogue.ALL.stream().skip(1).map(Setting::path).toList());
  }

  @Test
  void whatIsNotSaidIsAsTheSet() {
    for (RiskSettings set : List.of(RiskSettings.SHIPPED, RiskSettings.RESEARCH)) {
      assertThat(over(set, Map.of())).isEqualTo(set);
    }
    assertThat(over(RiskSettings.RESEARCH, Map.of("risk.limits", "shipped")))
        .isEqualTo(RiskSettings.SHIPPED);
    assertThat(over(RiskSettings.SHIPPED, Map.of("risk.limits", "research")))
        .isEqualTo(RiskSettings.RESEARCH);
  }

  /** What {@code none} makes of everything is what research starts from, but for the four. */
  @Test
  void noneOfEachIsResearch() {
    ConfigLoader loader = new ConfigLoader();
    for (Setting<?> setting : RiskCatalogue.ALL) {
      if (setting.allowed().endsWith("or none")) {
        loader.environment(Map.of(setting.variable(), "none"));
      }
    }
    RiskSettings off = loaded(loader).configuration().risk().settings(RiskSettings.SHIPPED);
    PortfolioLimits shipped = PortfolioLimits.SHIPPED;
    assertThat(off.exposure())
        .isEqualTo(
            PortfolioLimits.NONE.with(
                shipped.tradeRisk(),
                shipped.symbolExposure(),
                shipped.leverage(),
                shipped.openPositions()));
    assertThat(off.losses().drawdownHalts()).isEqualTo(LossLimits.NONE.drawdownHalts());
    assertThat(off.losses().month()).isInfinite();
    assertThat(off.breakers().errors()).isEqualTo(BreakerLimits.NONE.errors());
    assertThat(off.breakers().losingStreak()).isEqualTo(BreakerLimits.NONE.losingStreak());
    assertThat(off.floors()).isEqualTo(EntryFloors.NONE);
    assertThat(off.protections()).isEmpty();
    assertThat(off.leverage()).isEmpty();
    assertThat(off.slippage()).isEmpty();
  }

  @Test
  void aFileHoldsThemAsMapsAndLists(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("risk.yaml"),
            """
            risk:
              sectors: {BTC: majors, ETH/USDT: majors}
              sizing: [percent-risk:1%, kelly:0.5, share, amount:250, "damped:50%:1"]
              protections:
              - cool-down:side:15m
              - stop-guard:portfolio:3/1d:12h
              - low-profit:symbol-side:1w:4:-2%:1d
              dynamic: off
              breakers:
                errors: 7/1h
                losing-streak: none
              floors:
                stop-band: 1%:8%
                confidence: none
            exits:
              ladder: {3%: 50%, 6%: 25%}
              chandelier: 30:2.5
              atr-bars: 20
            trading: {margin: cross, market: perp}
            """);
    Configuration configuration = loaded(new ConfigLoader().file(file)).configuration();
    RiskSettings risk = configuration.risk().settings(RiskSettings.SHIPPED);
    assertThat(risk.sectors()).isEqualTo(Map.of("BTC", "majors", "ETH/USDT", "majors"));
    assertThat(risk.sizing())
        .containsExactly(
            new SizingRule.PercentRisk(0.01),
            new SizingRule.Kelly(0.5, 0.25, 30),
            new SizingRule.FixedShare(0.1),
            new SizingRule.FixedAmount(250),
            new SizingRule.Damped(0.5, 1, 0.5));
    assertThat(risk.protections())
        .containsExactly(
            new ProtectionRule.CoolDown(LockScope.SIDE, HOUR_NS / 4),
            new ProtectionRule.StopGuard(
                LockScope.PORTFOLIO, new Rate(3, 24 * HOUR_NS), 12 * HOUR_NS),
            new ProtectionRule.LowProfit(
                LockScope.SYMBOL_SIDE, 168 * HOUR_NS, 4, -0.02, 24 * HOUR_NS));
    assertThat(risk.dynamic()).isEmpty();
    assertThat(risk.breakers().errors()).isEqualTo(new Rate(7, HOUR_NS));
    assertThat(risk.breakers().losingStreak()).isEqualTo(Integer.MAX_VALUE);
    assertThat(risk.floors().stop()).contains(new EntryFloors.Band(0.01, 0.08));
    assertThat(risk.floors().confidence()).isEmpty();
    ExitRules exits = configuration.exits();
    assertThat(exits.ladder())
        .containsExactly(new ExitRules.LadderStep(0.03, 0.5), new ExitRules.LadderStep(0.06, 0.25));
    assertThat(exits.chandelier()).contains(new ExitRules.Chandelier(30, 2.5));
    assertThat(exits.atrBars()).isEqualTo(20);
    assertThat(configuration.trading().margin()).isEqualTo(MarginMode.CROSS);
  }

  @Test
  void theEnvironmentReachesWhatHasNoFlag() {
    ConfigLoader loader =
        new ConfigLoader()
            .environment(
                Map.of(
                    "TRADEWIND_RISK_BREAKERS_LOSING_STREAK", "7",
                    "TRADEWIND_RISK_SECTORS", "BTC=x,ETH=x"));
    RiskSettings risk = loaded(loader).configuration().risk().settings(RiskSettings.RESEARCH);
    assertThat(risk.breakers().losingStreak()).isEqualTo(7);
    assertThat(risk.sectors()).containsOnlyKeys("BTC", "ETH");
  }

  @Test
  void aHaltUnderTheWarningOfTheSetWarnsWhereItHalts() {
    LossLimits losses = over(RiskSettings.RESEARCH, Map.of("risk.drawdown-halts", "15%")).losses();
    assertThat(losses.drawdownWarns()).isEqualTo(0.15);
    assertThat(losses.drawdownHalts()).isEqualTo(0.15);
  }

  @Test
  void oneSettingOfLeverageBringsThePolicy() {
    assertThat(over(RiskSettings.RESEARCH, Map.of("risk.max-position-leverage", "5")).leverage())
        .isEqualTo(Optional.of(new LeveragePolicy(5, 0.09, 0.15)));
    assertThat(over(RiskSettings.RESEARCH, Map.of("risk.leverage-margin", "5%")).leverage())
        .isEqualTo(Optional.of(new LeveragePolicy(3, 0.09, 0.05)));
  }

  @Test
  void oneSettingOfSlippageBringsThePolicy() {
    assertThat(over(RiskSettings.RESEARCH, Map.of("risk.slippage.limit", "0.3%")).slippage())
        .isEqualTo(
            Optional.of(
                new SlippagePolicy(
                    0.003,
                    SlippagePolicy.Action.SPLIT,
                    SlippagePolicy.Action.REFUSE,
                    20,
                    30 * Utc.SECOND_NS,
                    0.1,
                    0.0002)));
    assertThat(over(RiskSettings.RESEARCH, Map.of("risk.slippage.action", "refuse")).slippage())
        .hasValueSatisfying(
            policy -> assertThat(policy.action()).isEqualTo(SlippagePolicy.Action.REFUSE));
  }
}
