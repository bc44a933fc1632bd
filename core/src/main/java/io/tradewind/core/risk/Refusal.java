package io.tradewind.core.risk;

import io.tradewind.core.risk.limit.ExposureLimit;
import io.tradewind.core.risk.limit.StopReason;
import io.tradewind.core.risk.sizing.SizeRule;

/** Why a signal or an order was refused, and by whom. */
public enum Refusal {
  /** Before the run's first instant, or after its last. */
  OUTSIDE_SPAN("engine", "outside of the run's span"),
  /** There is a position in that direction. */
  ALREADY_IN_POSITION("engine", "a position in that direction is open"),
  /** There is nothing to close. */
  NO_POSITION("engine", "there is no position to close"),
  /** A stop, target or limit price that makes no sense for the direction. */
  BAD_PRICES("engine", "stop, target or entry price is on the wrong side or not above zero"),
  /** A short on a spot market. */
  SHORT_NOT_POSSIBLE("engine", "shorts need a perpetual (--market perp)"),
  /** A signal that asks for more than the account can lend. */
  LEVERAGE_NOT_POSSIBLE("engine", "leverage over 1 needs a perpetual (--market perp)"),
  /** Equity is gone. */
  NO_EQUITY("sizer", "no equity left"),
  /** Less than a lot, or than the venue's minimum. */
  SIZE_TOO_SMALL("sizer", "the size is under the venue's minimum"),
  /** More than a scaled number holds, at a price next to nothing. */
  SIZE_TOO_LARGE("sizer", "the quantity has more digits than can be reckoned with"),
  /** Other positions and entries hold what it would take, or an exit has not brought it yet. */
  NO_FREE_CASH("sizer", "no free cash"),
  /** Risk of one trade. */
  TRADE_RISK("gate", "risk of the trade over risk.max-trade-risk"),
  /** Risk of all trades. */
  HEAT("gate", "risk of all trades over risk.max-heat"),
  /** Exposure of one sector. */
  SECTOR_EXPOSURE("gate", "exposure of the sector over risk.max-sector-exposure"),
  /** Positions that move together. */
  CORRELATION("gate", "exposure of symbols that move together over risk.max-symbol-exposure"),
  /** Volatility of all positions. */
  VOLATILITY("gate", "volatility of all positions over risk.max-volatility"),
  /** What a bad day would lose. */
  VALUE_AT_RISK("gate", "value at risk of a day over risk.max-value-at-risk"),
  /** Orders of a minute. */
  ORDER_RATE("gate", "more orders a minute than risk.max-orders-a-minute"),
  /** A loss of a day, a week, a month or since the peak. */
  LOSS_LIMIT("limits", "a loss has reached its limit"),
  /** A circuit breaker. */
  BREAKER("breakers", "a circuit breaker holds"),
  /** Market data that is stale, missing or wrong. */
  DATA("data", "the market data of the symbol cannot be relied on"),
  /** An emergency stop that nobody has released. */
  EMERGENCY_STOP("gate", "emergency stop"),
  /** A lock after bad trades. */
  LOCKED("protections", "locked after bad trades"),
  /** An entry that is not worth its risk. */
  FLOOR("floors", "the entry misses a floor"),
  /** The liquidation would come before the stop, or too near to it. */
  LIQUIDATION_TOO_NEAR("leverage", "the liquidation would be too near"),
  /** Exposure of one symbol. */
  SYMBOL_EXPOSURE("gate", "exposure of the symbol over risk.max-symbol-exposure"),
  /** Exposure of all symbols. */
  LEVERAGE("gate", "exposure of all symbols over risk.max-leverage"),
  /** Number of positions. */
  OPEN_POSITIONS("gate", "more positions than risk.max-open-positions"),
  /** A reduce-only order with nothing to reduce, or one that would turn the position around. */
  WOULD_OPEN("gate", "a reducing order that would open a position"),
  /** A broken invariant halted the engine. */
  HALTED("gate", "trading is halted"),
  /** A hedge that would do more than cover what is held. */
  OVER_HEDGED("gate", "the hedge would be larger than what it covers"),
  /** It would lose too much by taking. */
  SLIPPAGE("slippage guard", "expected slippage over risk.slippage.limit"),
  /** The order went out, and the venue would not have it. */
  REJECTED("venue", "the venue refused the order");

  private final String by;
  private final String text;

  Refusal(String by, String text) {
    this.by = by;
    this.text = text;
  }

  /** Of a limit that left too little. */
  public static Refusal of(ExposureLimit limit) {
    return switch (limit) {
      case OPEN_POSITIONS -> OPEN_POSITIONS;
      case SYMBOL -> SYMBOL_EXPOSURE;
      case SECTOR -> SECTOR_EXPOSURE;
      case LEVERAGE -> LEVERAGE;
      case TRADE_RISK -> TRADE_RISK;
      case HEAT -> HEAT;
      case VOLATILITY -> VOLATILITY;
      case VALUE_AT_RISK -> VALUE_AT_RISK;
      case CORRELATION -> CORRELATION;
      case ORDER_RATE -> ORDER_RATE;
    };
  }

  /** Of what made a size too small: the limit, or the size itself where a rule of sizes did. */
  public static Refusal of(SizeRule rule) {
    return switch (rule) {
      case TRADE_RISK -> TRADE_RISK;
      case SYMBOL_EXPOSURE -> SYMBOL_EXPOSURE;
      case SECTOR_EXPOSURE -> SECTOR_EXPOSURE;
      case LEVERAGE -> LEVERAGE;
      case HEAT -> HEAT;
      case CORRELATION -> CORRELATION;
      case VALUE_AT_RISK -> VALUE_AT_RISK;
      case VOLATILITY_TARGET -> VOLATILITY;
      case FREE_BALANCE -> NO_FREE_CASH;
      case EQUAL_SHARE,
          SIGNAL,
          FIXED,
          PERCENT_RISK,
          VOLATILITY,
          KELLY,
          CONFIDENCE,
          DAMPED,
          DYNAMIC_RISK,
          VENUE_TIER,
          ALLOCATION ->
          SIZE_TOO_SMALL;
    };
  }

  /** Of a stance that allows no entries. */
  public static Refusal of(StopReason reason) {
    return switch (reason) {
      case DAY_LOSS, WEEK_LOSS, MONTH_LOSS, DRAWDOWN -> LOSS_LIMIT;
      case DAY_COLLAPSE, FLASH_CRASH, LOSING_STREAK, ERROR_RATE, SLIPPAGE -> BREAKER;
      case DATA -> DATA;
      case EMERGENCY_STOP -> EMERGENCY_STOP;
    };
  }

  /** Who refuses, such as engine, sizer, gate or venue. */
  public String by() {
    return by;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
