package io.tradewind.app.run;

import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Configuration.Costs;
import io.tradewind.app.config.Configuration.FeeTier;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Everything that decided a run beside its data, as paths and texts that a file could hold. */
final class RunSettings {
  private final Configuration configuration;
  private final Map<String, String> all = new LinkedHashMap<>();

  private RunSettings(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * In the order in which settings are shown; what is off is left out.
   *
   * @param strategies how many share the account: one alone shares nothing
   */
  static Map<String, String> of(Configuration configuration, RiskSettings limits, int strategies) {
    RunSettings settings = new RunSettings(configuration);
    settings.addTrading();
    settings.addTicks();
    settings.addCosts();
    settings.addExits();
    RiskTexts.add(limits, settings.all);
    settings.all.putAll(configuration.hedge().effect().texts());
    settings.all.putAll(configuration.execution().effect().texts());
    if (strategies > 1) {
      settings.all.putAll(configuration.allocation().effect().texts());
    }
    settings.all.putAll(configuration.rivals().effect().texts());
    return settings.all;
  }

  private void addTrading() {
    Market market = configuration.trading().market();
    all.put("trading.market", market.name().toLowerCase(Locale.ROOT));
    if (market == Market.PERP) {
      all.put("trading.margin", configuration.trading().margin().label());
    }
    List<String> filters = configuration.data().filters().stream().map(Path::toString).toList();
    if (!configuration.data().funding().isEmpty()) {
      all.put("data.funding", String.join(",", configuration.data().funding()));
    }
    if (!filters.isEmpty()) {
      all.put("data.filters", String.join(",", filters));
    }
  }

  private void addTicks() {
    Configuration.Ticks ticks = configuration.ticks();
    if (ticks.areWanted()) {
      all.putAll(ticks.effect().texts());
      all.put("ticks.grace", latency(ticks.graceNs()));
    }
  }

  private void addCosts() {
    Costs costs = configuration.costs();
    all.put("costs.maker-fee-bps", costs.makerFeeBps().toPlainString());
    all.put("costs.taker-fee-bps", costs.takerFeeBps().toPlainString());
    if (!costs.feeTiers().isEmpty()) {
      all.put(
          "costs.fee-tiers",
          String.join(",", costs.feeTiers().stream().map(FeeTier::toString).toList()));
    }
    all.put("costs.fee-asset", costs.feeInBase() ? "base" : "quote");
    if (configuration.ticks().areWanted()) {
      return;
    }
    all.put("costs.slippage-bps", costs.slippageBps().toPlainString());
    all.put("costs.spread-bps", costs.spreadBps().toPlainString());
    all.put("costs.impact-bps", costs.impactBps().toPlainString());
    costs.volumeShare().ifPresent(v -> all.put("costs.volume-share", Double.toString(v)));
  }

  private void addExits() {
    ExitRules exits = configuration.exits();
    add("exits.stop-loss", exits.stopLoss());
    add("exits.trailing", exits.trailing());
    add("exits.trailing-offset", exits.trailingOffset());
    add("exits.roi", exits.roi().stream().map(RunSettings::roi).toList());
    exits.maxHoldNs().ifPresent(ns -> all.put("exits.max-hold", duration(ns)));
    add("exits.volatility-stop", exits.volatilityStop());
    add("exits.trailing-atr", exits.trailingAtr());
    exits
        .chandelier()
        .ifPresent(rule -> all.put("exits.chandelier", rule.bars() + ":" + text(rule.multiple())));
    add("exits.break-even", exits.breakEven());
    add(
        "exits.ladder",
        exits.ladder().stream()
            .map(step -> text(step.ratio()) + ":" + text(step.share()))
            .toList());
    if (exits.needsAtr()) {
      all.put("exits.atr-bars", Integer.toString(exits.atrBars()));
    }
  }

  private void add(String path, OptionalDouble value) {
    value.ifPresent(number -> all.put(path, text(number)));
  }

  private void add(String path, List<String> texts) {
    if (!texts.isEmpty()) {
      all.put(path, String.join(",", texts));
    }
  }

  private static String roi(ExitRules.RoiStep step) {
    return step.ageNs() / (60 * Utc.SECOND_NS) + ":" + text(step.ratio());
  }

  /** A length of time as settings write it. */
  static String duration(long ns) {
    return new Interval(ns).toString();
  }

  /** How long a message takes, as settings write it. */
  static String latency(long ns) {
    long us = ns / 1_000;
    if (us % 1_000 != 0 || us == 0) {
      return us == 0 ? "0" : us + "us";
    }
    return us % 1_000_000 == 0 ? us / 1_000_000 + "s" : us / 1_000 + "ms";
  }

  /** A number as settings write it. */
  static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
