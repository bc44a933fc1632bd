package io.tradewind.app.config;

import io.tradewind.core.allocation.AllocationRule;
import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.allocation.RivalrySettings;
import io.tradewind.core.execution.ExecutionStyle;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.HedgeLimits;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.Latency;
import io.tradewind.simulation.venue.QueueModel;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The configuration as a tree of values that have been checked. */
public record Configuration(
    Trading trading,
    Execution execution,
    Allocation allocation,
    Rivals rivals,
    Hedge hedge,
    Costs costs,
    ExitRules exits,
    Risk risk,
    Data data,
    Ticks ticks,
    Report report,
    Demo demo,
    Running running) {

  /**
   * What is traded.
   *
   * @param fromNs included
   * @param toNs not included
   * @param warmUpNs how much before {@code fromNs} is read
   * @param capital in quote
   * @param margin of perpetuals
   */
  public record Trading(
      Optional<String> strategy,
      Map<String, String> parameters,
      Optional<Path> signals,
      List<String> symbols,
      Interval interval,
      Market market,
      String venue,
      OptionalLong fromNs,
      OptionalLong toNs,
      long warmUpNs,
      BigDecimal capital,
      MarginMode margin) {

    private Trading of(List<String> others) {
      return new Trading(
          strategy,
          parameters,
          signals,
          others,
          interval,
          market,
          venue,
          fromNs,
          toNs,
          warmUpNs,
          capital,
          margin);
    }
  }

  /** The same with other symbols. */
  public Configuration withSymbols(List<String> symbols) {
    return new Configuration(
        trading.of(symbols),
        execution,
        allocation,
        rivals,
        hedge,
        costs,
        exits,
        risk,
        data,
        ticks,
        report,
        demo,
        running);
  }

  /**
   * How entries at the market are worked.
   *
   * @param name of the style
   * @param style empty where each entry is one order
   */
  public record Execution(String name, Optional<ExecutionStyle> style, Effect effect) {}

  /**
   * How capital is shared among strategies.
   *
   * @param shares at the start, each such as {@code momentum=60%}
   * @param rule what moves it later
   * @param settings with the bandit as their rule
   * @param seed of what the bandit draws
   */
  public record Allocation(
      List<String> shares, String rule, AllocationSettings settings, long seed, Effect effect) {
    /** Copies the list. */
    public Allocation {
      shares = List.copyOf(shares);
    }

    /**
     * What moves capital; empty where nothing does.
     *
     * @param startPpm what each strategy has at the start, in millionths
     */
    public Optional<AllocationSettings> moving(List<Long> startPpm) {
      return switch (rule) {
        case "bandit" -> Optional.of(settings);
        case "equal" -> Optional.of(settings.withRule(new AllocationRule.Equal()));
        case "fixed" -> Optional.of(settings.withRule(new AllocationRule.Fixed(startPpm)));
        default -> Optional.empty();
      };
    }
  }

  /**
   * What hedges all strategies.
   *
   * @param with a perpetual; empty where nothing is hedged
   * @param limits when, and how far
   * @param capital the part of the capital that is kept for it
   * @param leverage at which it is held
   */
  public record Hedge(
      Optional<String> with, HedgeLimits limits, double capital, int leverage, Effect effect) {}

  /**
   * Challengers that are traded beside.
   *
   * @param names each a strategy, or {@code label=strategy}
   * @param settings how they are judged
   */
  public record Rivals(List<String> names, RivalrySettings settings, Effect effect) {
    /** Copies the list. */
    public Rivals {
      names = List.copyOf(names);
    }
  }

  /**
   * The fees from a traded volume on, in quote; see costs.fee-tiers.
   *
   * @param fromVolume of 30 days
   */
  public record FeeTier(BigDecimal fromVolume, BigDecimal makerFeeBps, BigDecimal takerFeeBps) {
    @Override
    public String toString() {
      return fromVolume.toPlainString()
          + ":"
          + makerFeeBps.toPlainString()
          + "/"
          + takerFeeBps.toPlainString();
    }
  }

  /**
   * What trading costs.
   *
   * @param makerFeeBps where there are tiers, that of the first
   * @param takerFeeBps where there are tiers, that of the first
   * @param feeTiers over every other fee; empty for fees that do not change
   * @param feeInBase whether a purchase pays its fee out of what it bought
   * @param impactBps what taking a whole candle's volume costs; less by the square root
   * @param volumeShare most of a candle's volume that an order takes
   */
  public record Costs(
      BigDecimal makerFeeBps,
      BigDecimal takerFeeBps,
      List<FeeTier> feeTiers,
      boolean feeInBase,
      BigDecimal slippageBps,
      BigDecimal spreadBps,
      BigDecimal impactBps,
      OptionalDouble volumeShare) {}

  /**
   * What risk is held to: a set of limits, and limits that are set one by one over it.
   *
   * @param given what was said of it
   */
  public record Risk(Settings given) {

    /** All of it, from the set that is named, or else from the one that the command starts from. */
    public RiskSettings settings(RiskSettings unnamed) {
      return RiskLayers.over(unnamed, given);
    }
  }

  /**
   * What is known of symbols beside the store.
   *
   * @param candles each a file, or symbol=file
   * @param funding each a file, or symbol=file
   * @param filters files
   */
  public record Data(List<String> candles, List<String> funding, List<Path> filters) {}

  /**
   * Trades and order books that are replayed in place of candles.
   *
   * @param source {@code store} or files, each a file or symbol=file; empty in a run on candles
   * @param feedLatencyNs how late market data is here; as it was recorded if empty
   * @param graceNs how long after its end a candle waits for late trades
   * @param seed of what is drawn by lot
   * @param costs of those that the book shows itself
   */
  public record Ticks(
      List<String> source,
      OptionalLong feedLatencyNs,
      Latency order,
      Latency answer,
      QueueModel queue,
      long graceNs,
      long seed,
      Effect effect,
      Effect costs) {
    /** Copies the list. */
    public Ticks {
      source = List.copyOf(source);
    }

    /** Whether a run is on ticks. */
    public boolean areWanted() {
      return !source.isEmpty();
    }
  }

  /** What is written at the end of a run. */
  public record Report(
      boolean equityPerCandle,
      Optional<Path> html,
      Optional<Path> riskHtml,
      Optional<Path> tradesCsv,
      Optional<Path> parquet,
      Optional<Path> journal) {

    /** What the command {@code risk} writes: its page takes the place of the report. */
    public Report ofRisk() {
      return new Report(
          equityPerCandle,
          riskHtml,
          riskHtml,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /** The demo. */
  public record Demo(
      String strategy,
      Map<String, String> parameters,
      Interval interval,
      double speed,
      OptionalLong durationNs) {}

  /** The same with something else around it. */
  public Configuration with(Running other) {
    return new Configuration(
        trading,
        execution,
        allocation,
        rivals,
        hedge,
        costs,
        exits,
        risk,
        data,
        ticks,
        report,
        demo,
        other);
  }

  static Configuration of(Settings settings) {
    return new Configuration(
        trading(settings),
        ChosenExecution.of(settings),
        ChosenAllocation.of(settings),
        ChosenAllocation.rivals(settings),
        ChosenHedge.of(settings),
        costs(settings),
        exits(settings),
        new Risk(settings),
        new Data(
            settings.find(Catalogue.CANDLES).orElse(List.of()),
            settings.find(Catalogue.FUNDING).orElse(List.of()),
            settings.find(Catalogue.FILTERS).orElse(List.of())),
        ChosenTicks.of(settings),
        new Report(
            settings.get(Catalogue.EQUITY).equals("candle"),
            settings.find(Catalogue.HTML),
            settings.find(Catalogue.RISK_HTML),
            settings.find(Catalogue.TRADES_CSV),
            settings.find(Catalogue.PARQUET),
            settings.find(Catalogue.JOURNAL)),
        demo(settings),
        ChosenRunning.of(settings));
  }

  static Demo demo(Settings settings) {
    return new Demo(
        settings.get(Catalogue.DEMO_STRATEGY),
        settings.find(Catalogue.DEMO_PARAMETERS).orElseGet(() -> quick(settings)),
        settings.get(Catalogue.DEMO_INTERVAL),
        settings.get(Catalogue.DEMO_SPEED).doubleValue(),
        optionalLong(settings.find(Catalogue.DEMO_DURATION)));
  }

  /** So that something happens while one looks. */
  private static Map<String, String> quick(Settings settings) {
    return settings.value(Catalogue.DEMO_STRATEGY).origin() instanceof Origin.Default
        ? new TreeMap<>(
            Map.of("fast", "3", "slow", "8", "stop-percent", "0.6", "target-percent", "1.8"))
        : Map.of();
  }

  static Trading trading(Settings settings) {
    return new Trading(
        settings.find(Catalogue.STRATEGY),
        settings.find(Catalogue.PARAMETERS).orElse(Map.of()),
        settings.find(Catalogue.SIGNALS),
        settings.find(Catalogue.SYMBOLS).orElse(List.of()),
        settings.get(Catalogue.INTERVAL),
        settings.get(Catalogue.MARKET).equals("perp") ? Market.PERP : Market.SPOT,
        settings.get(Catalogue.VENUE),
        optionalLong(settings.find(Catalogue.FROM)),
        optionalLong(settings.find(Catalogue.TO)),
        settings.get(Catalogue.WARM_UP),
        settings.get(Catalogue.CAPITAL),
        settings.get(Catalogue.MARGIN).equals("cross") ? MarginMode.CROSS : MarginMode.ISOLATED);
  }

  private static Costs costs(Settings settings) {
    BigDecimal fee = settings.get(Catalogue.FEE_BPS);
    BigDecimal maker = settings.find(Catalogue.MAKER_FEE_BPS).orElse(fee);
    BigDecimal taker = settings.find(Catalogue.TAKER_FEE_BPS).orElse(fee);
    List<FeeTier> tiers = settings.find(Catalogue.FEE_TIERS).orElse(List.of());
    return new Costs(
        tiers.isEmpty() ? maker : tiers.getFirst().makerFeeBps(),
        tiers.isEmpty() ? taker : tiers.getFirst().takerFeeBps(),
        tiers,
        settings.get(Catalogue.FEE_ASSET).equals("base"),
        settings.get(Catalogue.SLIPPAGE_BPS),
        settings.get(Catalogue.SPREAD_BPS),
        settings.get(Catalogue.IMPACT_BPS),
        optionalDouble(settings.find(Catalogue.VOLUME_SHARE)));
  }

  private static ExitRules exits(Settings settings) {
    return new ExitRules(
        optionalDouble(settings.find(Catalogue.STOP_LOSS)),
        optionalDouble(settings.find(Catalogue.TRAILING)),
        optionalDouble(settings.find(Catalogue.TRAILING_OFFSET)),
        settings.find(Catalogue.ROI).orElse(List.of()),
        optionalLong(settings.find(Catalogue.MAX_HOLD)),
        optionalDouble(settings.find(Catalogue.VOLATILITY_STOP)),
        optionalDouble(settings.find(Catalogue.TRAILING_ATR)),
        settings.find(Catalogue.CHANDELIER),
        optionalDouble(settings.find(Catalogue.BREAK_EVEN)),
        settings.find(Catalogue.LADDER).orElse(List.of()),
        Math.toIntExact(settings.get(Catalogue.ATR_BARS)));
  }

  private static OptionalLong optionalLong(Optional<Long> value) {
    return value.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private static OptionalDouble optionalDouble(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
