package io.tradewind.app.config;

import io.tradewind.app.config.Configuration.FeeTier;
import io.tradewind.app.config.Setting.Named;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.core.trade.ExitRules.Chandelier;
import io.tradewind.core.trade.ExitRules.LadderStep;
import io.tradewind.core.trade.ExitRules.RoiStep;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every setting there is. */
public final class Catalogue {
  /** {@code trading.strategy}. */
  public static final Setting<String> STRATEGY =
      named("trading.strategy", "--strategy", "NAME|FILE", "a strategy by name, or its Java file")
          .optional(
              Format.texts(
                  "the name of a strategy or the path of its file, several with commas between"
                      + " them"),
              "none");

  /** {@code trading.parameters}. */
  public static final Setting<Map<String, String>> PARAMETERS =
      named("trading.parameters", "--param", "NAME=VALUE", "a parameter of the strategy")
          .optional(Format.assignments(), "the strategy's own");

  /** {@code trading.signals}. */
  public static final Setting<Path> SIGNALS =
      named("trading.signals", "--signals", "FILE", "a file of signals instead of a strategy")
          .optional(Format.path(), "none");

  /** {@code trading.symbols}. */
  public static final Setting<List<String>> SYMBOLS =
      named("trading.symbols", "--symbols", "A/B,...", "what to trade")
          .optional(Format.words("symbols such as BTC/USDT, with commas between them"), "none");

  /** {@code trading.interval}. */
  public static final Setting<Interval> INTERVAL =
      named("trading.interval", "--interval", "LENGTH", "length of the strategy's candles")
          .of(Format.interval(), "1h");

  /** {@code trading.market}. */
  public static final Setting<String> MARKET =
      named("trading.market", "--market", "KIND", "spot, or perp for perpetuals; shorts need perp")
          .of(Format.choice("spot", "perp"), "spot");

  /** {@code trading.venue}. */
  public static final Setting<String> VENUE =
      named("trading.venue", "--venue", "NAME", "whose data it is")
          .of(
              Format.matching(
                  "the name of a venue: lower case letters, digits and dashes",
                  "[a-z0-9][a-z0-9-]*"),
              "binance");

  /** {@code trading.from}. */
  public static final Setting<Long> FROM =
      named("trading.from", "--from", "DATE", "first instant that is traded, included")
          .optional(Format.instant(), "where the data begins");

  /** {@code trading.to}. */
  public static final Setting<Long> TO =
      named("trading.to", "--to", "DATE", "end of what is traded, not included")
          .optional(Format.instant(), "where the data ends");

  /** {@code trading.warm-up}. */
  public static final Setting<Long> WARM_UP =
      named("trading.warm-up", "--warm-up", "TIME", "what is read before --from to warm up")
          .of(Format.duration(), "400d");

  /** {@code trading.capital}. */
  public static final Setting<BigDecimal> CAPITAL =
      named("trading.capital", "--capital", "AMOUNT", "what is there at the start, in quote")
          .of(Format.decimalAbove("0", "1000000000"), "10000");

  /** {@code trading.margin}. */
  public static final Setting<String> MARGIN =
      named("trading.margin", "--margin", "MODE", "what stands in for the losses of a perpetual")
          .of(Format.choice("isolated", "cross"), "isolated");

  /** {@code trading.preset}. */
  public static final Setting<String> PRESET =
      named("trading.preset", "--preset", "NAME", "settings to begin with that go together")
          .optional(Format.choice(Preset.names()), "none");

  /** {@code costs.fee-bps}. */
  public static final Setting<BigDecimal> FEE_BPS =
      named("costs.fee-bps", "--fee-bps", "BPS", "fee of every fill, hundredths of a percent")
          .of(Format.decimal("0", "4999"), "10");

  /** {@code costs.maker-fee-bps}. */
  public static final Setting<BigDecimal> MAKER_FEE_BPS =
      named("costs.maker-fee-bps", "--maker-fee-bps", "BPS", "fee of a resting order's fill")
          .optional(Format.decimal("-4999", "4999"), "costs.fee-bps");

  /** {@code costs.taker-fee-bps}. */
  public static final Setting<BigDecimal> TAKER_FEE_BPS =
      named("costs.taker-fee-bps", "--taker-fee-bps", "BPS", "fee of a fill that takes liquidity")
          .optional(Format.decimal("0", "4999"), "costs.fee-bps");

  /** {@code costs.fee-tiers}. */
  public static final Setting<List<FeeTier>> FEE_TIERS =
      named(
              "costs.fee-tiers",
              "--fee-tiers",
              "VOL:BPS/BPS,...",
              "maker/taker fees by traded volume")
          .optional(Format.feeTiers(), "none");

  /** {@code costs.fee-asset}. */
  public static final Setting<String> FEE_ASSET =
      named("costs.fee-asset", "--fee-asset", "KIND", "what the fee of a purchase is taken from")
          .of(Format.choice("quote", "base"), "quote");

  /** {@code costs.slippage-bps}. */
  public static final Setting<BigDecimal> SLIPPAGE_BPS =
      named("costs.slippage-bps", "--slippage-bps", "BPS", "price given away by each market fill")
          .of(Format.decimal("0", "1000"), "0");

  /** {@code costs.spread-bps}. */
  public static final Setting<BigDecimal> SPREAD_BPS =
      named("costs.spread-bps", "--spread-bps", "BPS", "distance from bid to ask; a fill pays half")
          .of(Format.decimal("0", "1000"), "0");

  /** {@code costs.impact-bps}. */
  public static final Setting<BigDecimal> IMPACT_BPS =
      named("costs.impact-bps", "--impact", "BPS", "square-root impact of a whole candle's volume")
          .of(Format.decimal("0", "10000"), "0");

  /** {@code costs.volume-share}. */
  public static final Setting<Double> VOLUME_SHARE =
      named("costs.volume-share", "--volume-share", "SHARE", "most of a candle's volume to take")
          .optional(Format.ratioAbove(0, 1, true), "no limit");

  /** {@code exits.stop-loss}. */
  public static final Setting<Double> STOP_LOSS =
      named("exits.stop-loss", "--stop-loss", "SHARE", "distance of a stop from the entry")
          .optional(Format.ratio(ExitRules.LEAST, ExitRules.MOST), "none");

  /** {@code exits.trailing}. */
  public static final Setting<Double> TRAILING =
      named("exits.trailing", "--trailing", "SHARE", "distance of a stop that follows the price")
          .optional(Format.ratio(ExitRules.LEAST, ExitRules.MOST), "none");

  /** {@code exits.trailing-offset}. */
  public static final Setting<Double> TRAILING_OFFSET =
      named(
              "exits.trailing-offset",
              "--trailing-offset",
              "SHARE",
              "profit from which the trailing stop follows")
          .optional(Format.ratio(0, 10), "from the entry on");

  /** {@code exits.roi}. */
  public static final Setting<List<RoiStep>> ROI =
      named("exits.roi", "--roi", "MIN:SHARE,...", "returns that close a position, by age")
          .optional(Format.roi(), "none");

  /** {@code exits.max-hold}. */
  public static final Setting<Long> MAX_HOLD =
      named("exits.max-hold", "--max-hold", "TIME", "age that closes a position")
          .optional(Format.duration(), "none");

  /** {@code exits.volatility-stop}. */
  public static final Setting<Double> VOLATILITY_STOP =
      named(
              "exits.volatility-stop",
              "--volatility-stop",
              "RANGES",
              "distance of a stop, in average true ranges of the entry")
          .optional(RiskFormat.ranges(), "none");

  /** {@code exits.trailing-atr}. */
  public static final Setting<Double> TRAILING_ATR =
      named(
              "exits.trailing-atr",
              "--trailing-atr",
              "RANGES",
              "distance of a stop that follows the price, in ranges")
          .optional(RiskFormat.ranges(), "none");

  /** {@code exits.chandelier}. */
  public static final Setting<Chandelier> CHANDELIER =
      named(
              "exits.chandelier",
              "--chandelier",
              "BARS:RANGES",
              "a stop so many ranges under the highest of the last bars")
          .optional(RiskFormat.chandelier(), "none");

  /** {@code exits.break-even}. */
  public static final Setting<Double> BREAK_EVEN =
      named(
              "exits.break-even",
              "--break-even",
              "SHARE",
              "profit that brings the stop to the entry and its costs")
          .optional(Format.ratioAbove(0, 10, true), "none");

  /** {@code exits.ladder}. */
  public static final Setting<List<LadderStep>> LADDER =
      named("exits.ladder", "--ladder", "RETURN:SHARE,...", "parts that are closed at returns")
          .optional(RiskFormat.ladder(), "none");

  /** {@code exits.atr-bars}. */
  public static final Setting<Long> ATR_BARS =
      new Named("exits.atr-bars", "how many bars the average true range is over")
          .of(Format.integer(1, 10_000), Integer.toString(ExitRules.ATR_BARS));

  /** {@code data.candles}. */
  public static final Setting<List<String>> CANDLES =
      named("data.candles", "--candles", "[SYMBOL=]FILE", "a file of candles beside the store")
          .optional(
              Format.parts("files of candles, each FILE or SYMBOL=FILE"),
              "none: the store is read");

  /** {@code data.funding}. */
  public static final Setting<List<String>> FUNDING =
      named("data.funding", "--funding", "[SYMBOL=]FILE", "a file of funding beside the store")
          .optional(
              Format.parts("files of funding rates, each FILE or SYMBOL=FILE"),
              "none: the store is read");

  /** {@code data.filters}. */
  public static final Setting<List<Path>> FILTERS =
      named("data.filters", "--filters", "FILE", "a file of ticks, lots, fees, margin")
          .optional(
              Format.paths("files of filters: exchangeInfo or leverageBracket of Binance, or YAML"),
              "none: they are inferred");

  /** {@code report.equity}. */
  public static final Setting<String> EQUITY =
      named("report.equity", "--equity", "DETAIL", "how fine the equity of the result is")
          .of(Format.choice("daily", "candle"), "daily");

  /** {@code report.html}. */
  public static final Setting<Path> HTML =
      named("report.html", "--report", "FILE", "write the report, one HTML file")
          .optional(Format.path(), "none is written");

  /** {@code report.risk-html}. */
  public static final Setting<Path> RISK_HTML =
      named("report.risk-html", "--report", "FILE", "write the report of risk, one HTML file")
          .optional(Format.path(), "none is written");

  /** {@code report.trades-csv}. */
  public static final Setting<Path> TRADES_CSV =
      named("report.trades-csv", "--csv", "FILE", "write the trades as CSV")
          .optional(Format.path(), "none is written");

  /** {@code report.parquet}. */
  public static final Setting<Path> PARQUET =
      named("report.parquet", "--parquet", "DIR", "write trades, equity and signals as Parquet")
          .optional(Format.folder(), "none is written");

  /** {@code report.journal}. */
  public static final Setting<Path> JOURNAL =
      named("report.journal", "--journal", "FILE", "write each trade with its story, JSON lines")
          .optional(Format.path(), "none is written");

  /** {@code demo.parameters}. */
  public static final Setting<Map<String, String>> DEMO_PARAMETERS =
      named("demo.parameters", "--param", "NAME=VALUE", "a parameter of the demo's strategy")
          .optional(Format.assignments(), "quick ones of ema-cross, else the strategy's own");

  /** {@code demo.interval}. */
  public static final Setting<Interval> DEMO_INTERVAL =
      named("demo.interval", "--interval", "LENGTH", "length of the demo's candles")
          .of(Format.interval(), "1m");

  /** {@code demo.strategy}. */
  public static final Setting<String> DEMO_STRATEGY =
      named("demo.strategy", "--strategy", "NAME|FILE", "what the demo trades with")
          .of(Format.text("the name of a strategy or the path of its file"), "ema-cross");

  /** {@code demo.speed}. */
  public static final Setting<BigDecimal> DEMO_SPEED =
      named("demo.speed", "--speed", "TIMES", "how many times as fast as the clock time passes")
          .of(Format.decimal("1", "60"), "20");

  /** {@code demo.for}. */
  public static final Setting<Long> DEMO_DURATION =
      named("demo.for", "--for", "TIME", "stop after this time")
          .optional(Format.duration(), "until it is stopped");

  /** All, in the order in which they are shown. */
  public static final List<Setting<?>> ALL =
      joined(
          List.of(
              List.of(
                  STRATEGY,
                  PARAMETERS,
                  SIGNALS,
                  SYMBOLS,
                  INTERVAL,
                  MARKET,
                  VENUE,
                  FROM,
                  TO,
                  WARM_UP,
                  CAPITAL,
                  MARGIN,
                  PRESET,
                  DEMO_STRATEGY,
                  DEMO_PARAMETERS,
                  DEMO_INTERVAL,
                  DEMO_SPEED,
                  DEMO_DURATION,
                  CANDLES,
                  FUNDING,
                  FILTERS),
              TickCatalogue.ALL,
              List.of(
                  STOP_LOSS,
                  TRAILING,
                  TRAILING_OFFSET,
                  ROI,
                  MAX_HOLD,
                  VOLATILITY_STOP,
                  TRAILING_ATR,
                  CHANDELIER,
                  BREAK_EVEN,
                  LADDER,
                  ATR_BARS),
              RiskCatalogue.ALL,
              ExecutionCatalogue.ALL,
              AllocationCatalogue.ALL,
              HedgeCatalogue.ALL,
              List.of(
                  FEE_BPS,
                  MAKER_FEE_BPS,
                  TAKER_FEE_BPS,
                  FEE_TIERS,
                  FEE_ASSET,
                  SLIPPAGE_BPS,
                  SPREAD_BPS,
                  IMPACT_BPS,
                  VOLUME_SHARE,
                  EQUITY,
                  HTML,
                  RISK_HTML,
                  TRADES_CSV,
                  PARQUET,
                  JOURNAL),
              SessionCatalogue.ALL));

  private Catalogue() {}

  private static List<Setting<?>> joined(List<List<Setting<?>>> sections) {
    return sections.stream().<Setting<?>>flatMap(List::stream).toList();
  }

  /** The settings of a section, in the order in which they are shown. */
  public static List<Setting<?>> section(String section) {
    return ALL.stream().filter(setting -> setting.section().equals(section)).toList();
  }

  /** The sections, in the order in which they are shown. */
  public static List<String> sections() {
    return ALL.stream().map(Setting::section).distinct().toList();
  }

  /** Whether settings lie under a path, as those of risk and risk.breakers do. */
  static boolean hasUnder(String path) {
    return ALL.stream().anyMatch(setting -> setting.path().startsWith(path + "."));
  }

  /** Every name that may stand in a file: sections, sections in them, settings. */
  static List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Setting<?> setting : ALL) {
      String path = setting.path();
      for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
        names.add(path.substring(0, dot));
      }
      names.add(path);
    }
    return List.copyOf(names);
  }

  /** The setting with a path. */
  static Optional<Setting<?>> find(String path) {
    return ALL.stream()
        .filter(setting -> setting.path().equals(path))
        .<Setting<?>>map(setting -> setting)
        .findFirst();
  }

  private static Named named(String path, String flag, String placeholder, String summary) {
    return new Named(path, flag, placeholder, summary);
  }
}
