package io.tradewind.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.ConfigLoader;
import io.tradewind.app.config.ConfigResult;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Setting;
import io.tradewind.core.risk.RiskSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of a run are told so that they give the same run again. */
class RunSettingsTest {

  private static Configuration read(Map<String, String> texts) {
    ConfigLoader loader = new ConfigLoader();
    for (Setting<?> setting : Catalogue.ALL) {
      if (texts.containsKey(setting.path())) {
        loader.environment(Map.of(setting.variable(), texts.getOrDefault(setting.path(), "")));
      }
    }
    return switch (loader.load()) {
      case ConfigResult.Loaded loaded -> loaded.configuration();
      case ConfigResult.Faulty faulty -> throw new AssertionError(faulty.errors());
    };
  }

  @Test
  void theShippedSetIsToldInFull() {
    Map<String, String> told = RunSettings.of(read(Map.of()), RiskSettings.SHIPPED, 1);
    assertThat(read(told).risk().settings(RiskSettings.RESEARCH)).isEqualTo(RiskSettings.SHIPPED);
  }

  @Test
  void everyExitAndEveryRuleOfSizesIsTold() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("trading.market", "perp");
    given.put("trading.margin", "cross");
    given.put("exits.stop-loss", "5%");
    given.put("exits.trailing", "4%");
    given.put("exits.trailing-offset", "2%");
    given.put("exits.roi", "0:5%,60:2%");
    given.put("exits.max-hold", "90m");
    given.put("exits.volatility-stop", "2");
    given.put("exits.trailing-atr", "3");
    given.put("exits.chandelier", "22:3");
    given.put("exits.break-even", "2%");
    given.put("exits.ladder", "3%:50%,6%:25%");
    given.put("exits.atr-bars", "20");
    given.put(
        "risk.sizing",
        "share:20%,amount:900,percent-risk:1%,volatility:1%:3,kelly:0.5:30%:9,confidence:40%,"
            + "damped:50%:1:20%");
    given.put("risk.sectors", "BTC=a,ETH=b");
    given.put("execution.style", "vwap");
    given.put("execution.vwap.curve", "1,2,3");
    given.put("allocation.shares", "a=60%,b=40%");
    given.put("allocation.rule", "bandit");
    given.put("allocation.bandit.prior", "20");
    given.put("rivals.strategies", "c,d=e");
    given.put("rivals.days", "90");
    Configuration first = read(given);
    RiskSettings risk = first.risk().settings(RiskSettings.RESEARCH);
    Configuration second = read(RunSettings.of(first, risk, 2));
    assertThat(second.exits()).isEqualTo(first.exits());
    assertThat(second.trading()).isEqualTo(first.trading());
    assertThat(second.costs()).isEqualTo(first.costs());
    assertThat(second.risk().settings(RiskSettings.RESEARCH)).isEqualTo(risk);
    assertThat(risk.sizing()).hasSize(7);
    assertThat(second.execution()).isEqualTo(first.execution());
    assertThat(second.allocation()).isEqualTo(first.allocation());
    assertThat(second.rivals()).isEqualTo(first.rivals());
    assertThat(first.execution().style()).isPresent();
  }

  @Test
  void whatIsOffIsLeftOut() {
    assertThat(RunSettings.of(read(Map.of()), RiskSettings.RESEARCH, 2).keySet())
        .filteredOn(path -> path.startsWith("risk.") || path.startsWith("exits."))
        .containsExactly(
            "risk.max-trade-risk",
            "risk.max-symbol-exposure",
            "risk.max-leverage",
            "risk.max-open-positions");
  }

  /** One strategy alone shares nothing, and nothing has no settings. */
  @Test
  void whatHasNoEffectIsLeftOut() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("execution.twap.slices", "5");
    given.put("allocation.rule", "equal");
    given.put("allocation.bandit.draws", "500");
    given.put("rivals.days", "90");
    assertThat(ways(given, 1)).isEmpty();
    assertThat(ways(given, 2))
        .contains("allocation.rule", "allocation.floor")
        .allMatch(path -> path.startsWith("allocation."))
        .doesNotContain("allocation.bandit.draws", "allocation.seed");
    given.put("execution.style", "twap");
    assertThat(ways(given, 1))
        .containsExactly(
            "execution.style",
            "execution.twap.slices",
            "execution.twap.time",
            "execution.twap.jitter");
  }

  private static List<String> ways(Map<String, String> given, int strategies) {
    return RunSettings.of(read(given), RiskSettings.RESEARCH, strategies).keySet().stream()
        .filter(path -> path.matches("(execution|allocation|rivals)[.].*"))
        .toList();
  }

  @Test
  void howTicksArePlayedIsTold() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("ticks.source", "store");
    given.put("ticks.feed-latency", "25ms");
    given.put("ticks.order-latency", "800us");
    given.put("ticks.order-jitter", "3ms");
    given.put("ticks.answer-latency", "0");
    given.put("ticks.seed", "7");
    given.put("ticks.queue", "proportional");
    given.put("ticks.grace", "1s");
    Configuration first = read(given);
    Map<String, String> told =
        RunSettings.of(first, first.risk().settings(RiskSettings.RESEARCH), 1);
    assertThat(read(told).ticks()).isEqualTo(first.ticks());
    assertThat(told).doesNotContainKeys("costs.slippage-bps", "costs.volume-share");
    assertThat(first.ticks().graceNs()).isEqualTo(1_000_000_000);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "800000, 800us", "25000000, 25ms", "1500000000, 1500ms", "2000000000, 2s"})
  void latenciesAreWrittenAsSettingsAre(long ns, String text) {
    assertThat(RunSettings.latency(ns)).isEqualTo(text);
  }
}
