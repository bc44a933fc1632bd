package io.tradewind.app.config;

import static io.tradewind.app.config.Format.integer;
import static io.tradewind.app.config.Format.ratio;
import static io.tradewind.app.config.Format.ratioAbove;
import static io.tradewind.app.config.RiskFormat.number;
import static io.tradewind.app.config.RiskFormat.onOff;
import static io.tradewind.app.config.RiskFormat.shareOrNone;

import io.tradewind.app.config.Setting.Named;
import io.tradewind.core.execution.slippage.SlippagePolicy;
import io.tradewind.core.risk.limit.ProtectionRule;
import io.tradewind.core.risk.limit.Rate;
import io.tradewind.core.risk.sizing.EntryFloors.Band;
import io.tradewind.core.risk.sizing.SizingRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The settings of risk. None has a default of its own: the set of limits has. */
final class RiskCatalogue {
  /** What each is, and where it stands in the research and in the shipped set. */
  private static final SettingTable TABLE =
      new SettingTable(
          "risk",
          """
          max-trade-risk SHARE | what the stop of a trade may lose, of equity | 100% | 2%
          max-heat SHARE | what all stops together may lose, of equity | none | 10%
          max-symbol-exposure RATIO | notional of one symbol, of equity | 100% | 50%
          max-sector-exposure RATIO | notional of one sector, of equity | none | 80%
          max-leverage RATIO | notional of all symbols, of equity | 1 | 1
          max-open-positions COUNT | positions at a time | 1000 | 10
          max-volatility SHARE \
          | volatility of a year that all positions together may have | none | 30%
          max-value-at-risk SHARE | what a bad day may lose, of equity | none | 2%
          value-at-risk-confidence \
          | how rarely a day may be worse than the value at risk | 95% | 95%
          value-at-risk-days | how many days the value at risk is over | 1 | 1
          max-correlation NUMBER | correlation over which symbols count as one | none | 0.7
          max-orders-a-minute | orders within a minute | none | 60
          day-loss SHARE | loss of a UTC day after which nothing opens until the next | none | 2%
          week-loss SHARE | loss of a week after which nothing opens until Monday | none | 5%
          month-loss SHARE | loss of a month after which nothing opens until the next | none | 10%
          drawdown-warns | loss since the peak that is told | none | 5%
          drawdown-halts SHARE | loss since the peak after which nothing opens | none | 20%
          warning-at | share of any limit at which a warning is given | 100% | 80%
          breakers.day-loss | loss of a UTC day that closes everything | none | 5%
          breakers.flash-move \
          | move of a price within the window that is a flash crash | none | 10%
          breakers.flash-window | the window of a flash crash | 5m | 5m
          breakers.flash-stops-all \
          | whether a flash crash of one symbol stops entries in all | off | on
          breakers.losing-streak | losing trades in a row that stop entries | none | 5
          breakers.errors | orders rejected or lost within a time that stop entries | none | 5/10m
          breakers.slippage-fills | how many fills the average slippage is of | 1 | 20
          breakers.slippage-bps \
          | average slippage that stops entries, hundredths of a percent | none | 10
          breakers.cooling | how long a breaker holds that returns by itself | 60m | 60m
          protections RULES | what bad trades lock, and how long | none | five rules
          floors.stop-band | where the stop of an entry must lie | none | 0.5%:10%
          floors.net-profit \
          | least profit at the first target, after costs, in quote | none | 3
          floors.reward-to-risk \
          | least distance of the targets over that of the stop | none | 1.5
          floors.confidence | least confidence of a signal | none | 70%
          sizing RULES | rules beside what a signal asks for; the smallest wins | none | none
          dynamic ON|OFF | whether hard times make sizes smaller | off | on
          follow-trend ON|OFF | whether sizes are larger with the daily trend | off | on
          max-position-leverage COUNT \
          | leverage at which a perpetual is held at most | none: as signals ask | 3
          leverage-volatility \
          | volatility of a day that a position may have, leverage included | | 9%
          leverage-margin | how much further than the stop a liquidation must be | | 15%
          slippage.limit \
          | what an entry may be expected to lose by taking, of its mid price | none | 0.1%
          slippage.action | what is done with an entry over the limit | | split
          slippage.otherwise | what is done where no split helps | | refuse
          slippage.parts | into how many an entry is split at most | | 20
          slippage.refill | the least time between two parts | | 30s
          slippage.participation | share of the usual volume that the parts may be | | 10%
          slippage.spread | spread where no book is known, of the price | | 0.02%
          """);

  static final Setting<String> LIMITS =
      new Named("risk.limits", "--limits", "SET", "the set of limits to start from")
          .optional(
              Format.choice("research", "shipped"), "research in a backtest, shipped in the demo");

  static final Setting<SortedMap<String, String>> SECTORS =
      new Named("risk.sectors", "which symbols share a sector")
          .optional(RiskFormat.sectors(), "each symbol is a sector of its own");

  static final Setting<Double> MAX_TRADE_RISK = row("max-trade-risk", ratioAbove(0, 1, true));
  static final Setting<Double> MAX_HEAT = row("max-heat", shareOrNone(125));
  static final Setting<Double> MAX_SYMBOL_EXPOSURE =
      row("max-symbol-exposure", ratioAbove(0, 125, true));
  static final Setting<Double> MAX_SECTOR_EXPOSURE = row("max-sector-exposure", shareOrNone(125));
  static final Setting<Double> MAX_LEVERAGE = row("max-leverage", ratioAbove(0, 125, true));
  static final Setting<Long> MAX_OPEN_POSITIONS = row("max-open-positions", integer(1, 100_000));
  static final Setting<Double> MAX_VOLATILITY = row("max-volatility", shareOrNone(100));
  static final Setting<Double> MAX_VALUE_AT_RISK = row("max-value-at-risk", shareOrNone(100));
  static final Setting<Double> VALUE_AT_RISK_CONFIDENCE =
      row("value-at-risk-confidence", ratio(0.51, 0.9999));
  static final Setting<Long> VALUE_AT_RISK_DAYS = row("value-at-risk-days", integer(1, 365));
  static final Setting<Double> MAX_CORRELATION = row("max-correlation", number(-1, 1).orNone(1.0));
  static final Setting<Rate> MAX_ORDERS_A_MINUTE = row("max-orders-a-minute", perMinute());
  static final Setting<Double> DAY_LOSS = row("day-loss", shareOrNone(1));
  static final Setting<Double> WEEK_LOSS = row("week-loss", shareOrNone(1));
  static final Setting<Double> MONTH_LOSS = row("month-loss", shareOrNone(1));
  static final Setting<Double> DRAWDOWN_WARNS = row("drawdown-warns", shareOrNone(1));
  static final Setting<Double> DRAWDOWN_HALTS = row("drawdown-halts", shareOrNone(1));
  static final Setting<Double> WARNING_AT = row("warning-at", ratioAbove(0, 1, true));
  static final Setting<Double> BREAKER_DAY_LOSS = row("breakers.day-loss", shareOrNone(1));
  static final Setting<Double> FLASH_MOVE = row("breakers.flash-move", shareOrNone(1));
  static final Setting<Long> FLASH_WINDOW = row("breakers.flash-window", Format.duration());
  static final Setting<Boolean> FLASH_STOPS_ALL = row("breakers.flash-stops-all", onOff());
  static final Setting<Long> LOSING_STREAK =
      row("breakers.losing-streak", integer(1, 100_000).orNone((long) Integer.MAX_VALUE));
  static final Setting<Rate> BREAKER_ERRORS = row("breakers.errors", RiskFormat.rate());
  static final Setting<Long> SLIPPAGE_FILLS = row("breakers.slippage-fills", integer(1, 100_000));
  static final Setting<Double> BREAKER_SLIPPAGE =
      row("breakers.slippage-bps", number(0.01, 10_000).orNone(Double.POSITIVE_INFINITY));
  static final Setting<Long> COOLING = row("breakers.cooling", Format.duration());
  static final Setting<List<ProtectionRule>> PROTECTIONS =
      row("protections", RiskFormat.protections());
  static final Setting<Optional<Band>> STOP_BAND =
      row("floors.stop-band", RiskFormat.band().map(Optional::of).orNone(Optional.empty()));
  static final Setting<OptionalDouble> NET_PROFIT = row("floors.net-profit", maybe(number(0, 1e9)));
  static final Setting<OptionalDouble> REWARD_TO_RISK =
      row("floors.reward-to-risk", maybe(number(0, 1000)));
  static final Setting<OptionalDouble> CONFIDENCE = row("floors.confidence", maybe(ratio(0, 1)));
  static final Setting<List<SizingRule>> SIZING = row("sizing", RiskFormat.sizing());
  static final Setting<Boolean> DYNAMIC = row("dynamic", onOff());
  static final Setting<Boolean> FOLLOW_TREND = row("follow-trend", onOff());
  static final Setting<OptionalInt> MAX_POSITION_LEVERAGE =
      row("max-position-leverage", leverage());
  static final Setting<Double> LEVERAGE_VOLATILITY =
      row("leverage-volatility", ratioAbove(0, 10, true));
  static final Setting<Double> LEVERAGE_MARGIN = row("leverage-margin", ratio(0, 0.99));
  static final Setting<OptionalDouble> SLIPPAGE_LIMIT =
      row("slippage.limit", maybe(ratioAbove(0, 0.5, true)));
  static final Setting<SlippagePolicy.Action> SLIPPAGE_ACTION =
      row("slippage.action", action(SlippagePolicy.Action.values()));
  static final Setting<SlippagePolicy.Action> SLIPPAGE_OTHERWISE =
      row("slippage.otherwise", action(SlippagePolicy.Action.LIMIT, SlippagePolicy.Action.REFUSE));
  static final Setting<Long> SLIPPAGE_PARTS = row("slippage.parts", integer(2, 1000));
  static final Setting<Long> SLIPPAGE_REFILL = row("slippage.refill", Format.duration());
  static final Setting<Double> SLIPPAGE_PARTICIPATION =
      row("slippage.participation", ratioAbove(0, 1, true));
  static final Setting<Double> SLIPPAGE_SPREAD = row("slippage.spread", ratio(0, 0.5));

  /** Those of slippage. */
  static final List<Setting<?>> SLIPPAGE =
      List.of(
          SLIPPAGE_LIMIT,
          SLIPPAGE_ACTION,
          SLIPPAGE_OTHERWISE,
          SLIPPAGE_PARTS,
          SLIPPAGE_REFILL,
          SLIPPAGE_PARTICIPATION,
          SLIPPAGE_SPREAD);

  /** All, in the order in which they are shown. */
  static final List<Setting<?>> ALL =
      Stream.concat(
              Stream.of(
                  LIMITS,
                  MAX_TRADE_RISK,
                  MAX_HEAT,
                  MAX_SYMBOL_EXPOSURE,
                  MAX_SECTOR_EXPOSURE,
                  SECTORS,
                  MAX_LEVERAGE,
                  MAX_OPEN_POSITIONS,
                  MAX_VOLATILITY,
                  MAX_VALUE_AT_RISK,
                  VALUE_AT_RISK_CONFIDENCE,
                  VALUE_AT_RISK_DAYS,
                  MAX_CORRELATION,
                  MAX_ORDERS_A_MINUTE,
                  DAY_LOSS,
                  WEEK_LOSS,
                  MONTH_LOSS,
                  DRAWDOWN_WARNS,
                  DRAWDOWN_HALTS,
                  WARNING_AT,
                  BREAKER_DAY_LOSS,
                  FLASH_MOVE,
                  FLASH_WINDOW,
                  FLASH_STOPS_ALL,
                  LOSING_STREAK,
                  BREAKER_ERRORS,
                  SLIPPAGE_FILLS,
                  BREAKER_SLIPPAGE,
                  COOLING,
                  PROTECTIONS,
                  STOP_BAND,
                  NET_PROFIT,
                  REWARD_TO_RISK,
                  CONFIDENCE,
                  SIZING,
                  DYNAMIC,
                  FOLLOW_TREND,
                  MAX_POSITION_LEVERAGE,
                  LEVERAGE_VOLATILITY,
                  LEVERAGE_MARGIN),
              SLIPPAGE.stream())
          .<Setting<?>>map(each -> each)
          .toList();

  private RiskCatalogue() {}

  private static <T> Setting<T> row(String name, Format<T> format) {
    List<String> sets = TABLE.defaults(name);
    return TABLE.named(name).optional(format, "as the set: " + inSets(sets.get(0), sets.get(1)));
  }

  private static String inSets(String research, String shipped) {
    if (research.equals(shipped)) {
      return shipped + " in both";
    }
    return (research.isEmpty() ? "" : "research " + research + ", ") + "shipped " + shipped;
  }

  private static Format<OptionalDouble> maybe(Format<Double> format) {
    return format.map(OptionalDouble::of).orNone(OptionalDouble.empty());
  }

  private static Format<Rate> perMinute() {
    return integer(1, 100_000).map(count -> Rate.perMinute(count.intValue())).orNone(Rate.NEVER);
  }

  private static Format<SlippagePolicy.Action> action(SlippagePolicy.Action... all) {
    return Format.choice(
            Stream.of(all).map(each -> each.name().toLowerCase(Locale.ROOT)).toArray(String[]::new))
        .map(name -> SlippagePolicy.Action.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  private static Format<OptionalInt> leverage() {
    return integer(1, 125)
        .map(count -> OptionalInt.of(count.intValue()))
        .orNone(OptionalInt.empty());
  }
}
