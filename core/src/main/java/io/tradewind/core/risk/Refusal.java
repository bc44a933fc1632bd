package io.tradewind.core.risk;

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
  LEVERAGE_NOT_POSSIBLE("engine", "leverage over 1 is asked for, and positions are held at 1"),
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
  /** The order went out, and the venue would not have it. */
  REJECTED("venue", "the venue refused the order");

  private final String by;
  private final String text;

  Refusal(String by, String text) {
    this.by = by;
    this.text = text;
  }

  /** Who refuses: engine, sizer, gate or venue. */
  public String by() {
    return by;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
