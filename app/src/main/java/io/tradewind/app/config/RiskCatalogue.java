package io.tradewind.app.config;

import io.tradewind.app.config.Setting.Named;
import io.tradewind.core.risk.limit.ProtectionRule;
import io.tradewind.core.risk.limit.Rate;
import io.tradewind.core.risk.sizing.EntryFloors.Band;
import io.tradewind.core.risk.sizing.SizingRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;

/** The settings of risk. None has a default of its own: the set of limits has. */
final class RiskCatalogue {
  /** {@code risk.limits}. */
  static final Setting<String> LIMITS =
      new Named("risk.limits", "--limits", "SET", "the set of limits to start from")
          .optional(
              Format.choice("research", "shipped"), "research in a backtest, shipped in the demo");

  /** {@code risk.max-trade-risk}. */
  static final Setting<Double> MAX_TRADE_RISK =
      new Named(
              "risk.max-trade-risk",
              "--max-trade-risk",
              "SHARE",
              "what the stop of a trade may lose, of equity")
          .optional(Format.ratioAbove(0, 1, true), "as the set: research 100%, shipped 2%");

  /** {@code risk.max-heat}. */
  static final Setting<Double> MAX_HEAT =
      new Named(
              "risk.max-heat", "--max-heat", "SHARE", "what all stops together may lose, of equity")
          .optional(RiskFormat.shareOrNone(125), "as the set: research none, shipped 10%");

  /** {@code risk.max-symbol-exposure}. */
  static final Setting<Double> MAX_SYMBOL_EXPOSURE =
      new Named(
              "risk.max-symbol-exposure",
              "--max-symbol-exposure",
              "RATIO",
              "notional of one symbol, of equity")
          .optional(Format.ratioAbove(0, 125, true), "as the set: research 100%, shipped 50%");

  /** {@code risk.max-sector-exposure}. */
  static final Setting<Double> MAX_SECTOR_EXPOSURE =
      new Named(
              "risk.max-sector-exposure",
              "--max-sector-exposure",
              "RATIO",
              "notional of one sector, of equity")
          .optional(RiskFormat.shareOrNone(125), "as the set: research none, shipped 80%");

  /** {@code risk.sectors}. */
  static final Setting<SortedMap<String, String>> SECTORS =
      new Named("risk.sectors", "which symbols share a sector")
          .optional(RiskFormat.sectors(), "each symbol is a sector of its own");

  /** {@code risk.max-leverage}. */
  static final Setting<Double> MAX_LEVERAGE =
      new Named(
              "risk.max-leverage", "--max-leverage", "RATIO", "notional of all symbols, of equity")
          .optional(Format.ratioAbove(0, 125, true), "as the set: 1 in both");

  /** {@code risk.max-open-positions}. */
  static final Setting<Long> MAX_OPEN_POSITIONS =
      new Named("risk.max-open-positions", "--max-open-positions", "COUNT", "positions at a time")
          .optional(Format.integer(1, 100_000), "as the set: research 1000, shipped 10");

  /** {@code risk.max-volatility}. */
  static final Setting<Double> MAX_VOLATILITY =
      new Named(
              "risk.max-volatility",
              "--max-volatility",
              "SHARE",
              "volatility of a year that all positions together may have")
          .optional(RiskFormat.shareOrNone(100), "as the set: research none, shipped 30%");

  /** {@code risk.max-value-at-risk}. */
  static final Setting<Double> MAX_VALUE_AT_RISK =
      new Named(
              "risk.max-value-at-risk",
              "--max-value-at-risk",
              "SHARE",
              "what a bad day may lose, of equity")
          .optional(RiskFormat.shareOrNone(100), "as the set: research none, shipped 2%");

  /** {@code risk.value-at-risk-confidence}. */
  static final Setting<Double> VALUE_AT_RISK_CONFIDENCE =
      new Named(
              "risk.value-at-risk-confidence",
              "how rarely a day may be worse than the value at risk")
          .optional(Format.ratio(0.51, 0.9999), "as the set: 95% in both");

  /** {@code risk.value-at-risk-days}. */
  static final Setting<Long> VALUE_AT_RISK_DAYS =
      new Named("risk.value-at-risk-days", "how many days the value at risk is over")
          .optional(Format.integer(1, 365), "as the set: 1 in both");

  /** {@code risk.max-correlation}. */
  static final Setting<Double> MAX_CORRELATION =
      new Named(
              "risk.max-correlation",
              "--max-correlation",
              "NUMBER",
              "correlation over which symbols count as one")
          .optional(RiskFormat.number(-1, 1).orNone(1.0), "as the set: research none, shipped 0.7");

  /** {@code risk.max-orders-a-minute}. */
  static final Setting<Rate> MAX_ORDERS_A_MINUTE =
      new Named("risk.max-orders-a-minute", "orders within a minute")
          .optional(
              Format.integer(1, 100_000)
                  .map(count -> Rate.perMinute(count.intValue()))
                  .orNone(Rate.NEVER),
              "as the set: research none, shipped 60");

  /** {@code risk.day-loss}. */
  static final Setting<Double> DAY_LOSS =
      new Named(
              "risk.day-loss",
              "--day-loss",
              "SHARE",
              "loss of a UTC day after which nothing opens until the next")
          .optional(RiskFormat.shareOrNone(1), "as the set: research none, shipped 2%");

  /** {@code risk.week-loss}. */
  static final Setting<Double> WEEK_LOSS =
      new Named(
              "risk.week-loss",
              "--week-loss",
              "SHARE",
              "loss of a week after which nothing opens until Monday")
          .optional(RiskFormat.shareOrNone(1), "as the set: research none, shipped 5%");

  /** {@code risk.month-loss}. */
  static final Setting<Double> MONTH_LOSS =
      new Named(
              "risk.month-loss",
              "--month-loss",
              "SHARE",
              "loss of a month after which nothing opens until the next")
          .optional(RiskFormat.shareOrNone(1), "as the set: research none, shipped 10%");

  /** {@code risk.drawdown-warns}. */
  static final Setting<Double> DRAWDOWN_WARNS =
      new Named("risk.drawdown-warns", "loss since the peak that is told")
          .optional(RiskFormat.shareOrNone(1), "as the set: research none, shipped 5%");

  /** {@code risk.drawdown-halts}. */
  static final Setting<Double> DRAWDOWN_HALTS =
      new Named(
              "risk.drawdown-halts",
              "--drawdown-halts",
              "SHARE",
              "loss since the peak after which nothing opens")
          .optional(RiskFormat.shareOrNone(1), "as the set: research none, shipped 20%");

  /** {@code risk.warning-at}. */
  static final Setting<Double> WARNING_AT =
      new Named("risk.warning-at", "share of a limit of losses at which a warning is given")
          .optional(Format.ratioAbove(0, 1, true), "as the set: research 100%, shipped 80%");

  /** {@code risk.breakers.day-loss}. */
  static final Setting<Double> BREAKER_DAY_LOSS =
      new Named("risk.breakers.day-loss", "loss of a UTC day that closes everything")
          .optional(RiskFormat.shareOrNone(1), "as the set: research none, shipped 5%");

  /** {@code risk.breakers.flash-move}. */
  static final Setting<Double> FLASH_MOVE =
      new Named(
              "risk.breakers.flash-move", "move of a price within the window that is a flash crash")
          .optional(RiskFormat.shareOrNone(1), "as the set: research none, shipped 10%");

  /** {@code risk.breakers.flash-window}. */
  static final Setting<Long> FLASH_WINDOW =
      new Named("risk.breakers.flash-window", "the window of a flash crash")
          .optional(Format.duration(), "as the set: 5m in both");

  /** {@code risk.breakers.flash-stops-all}. */
  static final Setting<Boolean> FLASH_STOPS_ALL =
      new Named(
              "risk.breakers.flash-stops-all",
              "whether a flash crash of one symbol stops entries in all")
          .optional(RiskFormat.onOff(), "as the set: research off, shipped on");

  /** {@code risk.breakers.losing-streak}. */
  static final Setting<Long> LOSING_STREAK =
      new Named("risk.breakers.losing-streak", "losing trades in a row that stop entries")
          .optional(
              Format.integer(1, 100_000).orNone((long) Integer.MAX_VALUE),
              "as the set: research none, shipped 5");

  /** {@code risk.breakers.errors}. */
  static final Setting<Rate> BREAKER_ERRORS =
      new Named("risk.breakers.errors", "orders rejected or lost within a time that stop entries")
          .optional(RiskFormat.rate(), "as the set: research none, shipped 5/10m");

  /** {@code risk.breakers.slippage-fills}. */
  static final Setting<Long> SLIPPAGE_FILLS =
      new Named("risk.breakers.slippage-fills", "how many fills the average slippage is of")
          .optional(Format.integer(1, 100_000), "as the set: research 1, shipped 20");

  /** {@code risk.breakers.slippage-bps}. */
  static final Setting<Double> BREAKER_SLIPPAGE =
      new Named(
              "risk.breakers.slippage-bps",
              "average slippage that stops entries, hundredths of a percent")
          .optional(
              RiskFormat.number(0.01, 10_000).orNone(Double.POSITIVE_INFINITY),
              "as the set: research none, shipped 10");

  /** {@code risk.breakers.cooling}. */
  static final Setting<Long> COOLING =
      new Named("risk.breakers.cooling", "how long a breaker holds that returns by itself")
          .optional(Format.duration(), "as the set: 60m in both");

  /** {@code risk.protections}. */
  static final Setting<List<ProtectionRule>> PROTECTIONS =
      new Named("risk.protections", "--protections", "RULES", "what bad trades lock, and how long")
          .optional(RiskFormat.protections(), "as the set: research none, shipped five rules");

  /** {@code risk.floors.stop-band}. */
  static final Setting<Optional<Band>> STOP_BAND =
      new Named("risk.floors.stop-band", "where the stop of an entry must lie")
          .optional(
              RiskFormat.band().map(Optional::of).orNone(Optional.empty()),
              "as the set: research none, shipped 0.5%:10%");

  /** {@code risk.floors.net-profit}. */
  static final Setting<OptionalDouble> NET_PROFIT =
      new Named("risk.floors.net-profit", "least profit at the first target, after costs, in quote")
          .optional(
              RiskFormat.number(0, 1e9).map(OptionalDouble::of).orNone(OptionalDouble.empty()),
              "as the set: research none, shipped 3");

  /** {@code risk.floors.reward-to-risk}. */
  static final Setting<OptionalDouble> REWARD_TO_RISK =
      new Named("risk.floors.reward-to-risk", "least distance of the targets over that of the stop")
          .optional(
              RiskFormat.number(0, 1000).map(OptionalDouble::of).orNone(OptionalDouble.empty()),
              "as the set: research none, shipped 1.5");

  /** {@code risk.floors.confidence}. */
  static final Setting<OptionalDouble> CONFIDENCE =
      new Named("risk.floors.confidence", "least confidence of a signal")
          .optional(
              Format.ratio(0, 1).map(OptionalDouble::of).orNone(OptionalDouble.empty()),
              "as the set: research none, shipped 70%");

  /** {@code risk.sizing}. */
  static final Setting<List<SizingRule>> SIZING =
      new Named(
              "risk.sizing",
              "--sizing",
              "RULES",
              "rules beside what a signal asks for; the smallest wins")
          .optional(RiskFormat.sizing(), "as the set: none in both");

  /** {@code risk.dynamic}. */
  static final Setting<Boolean> DYNAMIC =
      new Named("risk.dynamic", "--dynamic", "ON|OFF", "whether hard times make sizes smaller")
          .optional(RiskFormat.onOff(), "as the set: research off, shipped on");

  /** {@code risk.follow-trend}. */
  static final Setting<Boolean> FOLLOW_TREND =
      new Named(
              "risk.follow-trend",
              "--follow-trend",
              "ON|OFF",
              "whether sizes are larger with the daily trend")
          .optional(RiskFormat.onOff(), "as the set: research off, shipped on");

  /** {@code risk.max-position-leverage}. */
  static final Setting<OptionalInt> MAX_POSITION_LEVERAGE =
      new Named(
              "risk.max-position-leverage",
              "--max-position-leverage",
              "COUNT",
              "leverage at which a perpetual is held at most")
          .optional(
              Format.integer(1, 125)
                  .map(count -> OptionalInt.of(count.intValue()))
                  .orNone(OptionalInt.empty()),
              "as the set: research none: as signals ask, shipped 3");

  /** {@code risk.leverage-volatility}. */
  static final Setting<Double> LEVERAGE_VOLATILITY =
      new Named(
              "risk.leverage-volatility",
              "volatility of a day that a position may have, leverage included")
          .optional(Format.ratioAbove(0, 10, true), "as the set: shipped 9%");

  /** {@code risk.leverage-margin}. */
  static final Setting<Double> LEVERAGE_MARGIN =
      new Named("risk.leverage-margin", "how much further than the stop a liquidation must be")
          .optional(Format.ratio(0, 0.99), "as the set: shipped 15%");

  /** All, in the order in which they are shown. */
  static final List<Setting<?>> ALL =
      List.of(
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
          LEVERAGE_MARGIN);

  private RiskCatalogue() {}
}
