package io.tradewind.simulation.exchange.futures;

/** Why a command was not carried out. Nothing has changed then. */
public enum RefusalReason {
  UNKNOWN_ACCOUNT,
  UNKNOWN_SYMBOL,
  SYMBOL_NOT_TRADING,
  /** Long or short in one-way mode. */
  POSITION_SIDE_MISMATCH,
  HEDGE_MODE_NOT_SUPPORTED,
  POSITION_MODE_UNCHANGED,
  SELF_TRADE_MODE_NOT_ALLOWED,
  QTY_BELOW_MIN,
  QTY_ABOVE_MAX,
  QTY_NOT_ON_STEP,
  PRICE_BELOW_MIN,
  PRICE_ABOVE_MAX,
  PRICE_NOT_ON_TICK,
  /** Beyond the mark price times the cap. */
  PRICE_ABOVE_BAND,
  /** Below the mark price times the floor. */
  PRICE_BELOW_BAND,
  /** The best price that a market order would meet is outside the band. */
  COUNTER_PRICE_OUT_OF_BAND,
  NOTIONAL_TOO_SMALL,
  /** The contract has no orders of retail price improvement. */
  RPI_NOT_SUPPORTED,
  /** Orders of retail price improvement stay as they are. */
  RPI_NOT_MODIFIED,
  /** Price times quantity, or the sum of all that is open, is no number. */
  NOTIONAL_OVERFLOW,
  TOO_MANY_ORDERS,
  TOO_MANY_ALGO_ORDERS,
  /** An open order of the account on the symbol has this client id. */
  DUPLICATE_CLIENT_ORDER_ID,
  GOOD_TILL_DATE_TOO_EARLY,
  REDUCE_ONLY_REJECTED,
  /** The position could come to exceed what the brackets allow at its leverage. */
  POSITION_LIMIT_AT_LEVERAGE,
  MARGIN_INSUFFICIENT,
  WOULD_TRIGGER_IMMEDIATELY,
  FOK_NOT_FILLABLE,
  GTX_WOULD_TAKE,
  /** No open order has this id. */
  UNKNOWN_ORDER,
  /** There is no such order, open or not. */
  NO_SUCH_ORDER,
  ONLY_LIMIT_ORDERS_MODIFY,
  MODIFY_CHANGES_NOTHING,
  TOO_MANY_MODIFICATIONS,
  /** A close-position order without a position that it closes. */
  NO_POSITION_TO_CLOSE,
  /** There is a close-position order of the kind and the direction. */
  CLOSE_POSITION_EXISTS,
  CALLBACK_RATE_INVALID,
  /** Mark and last price are too far apart for an order with protection. */
  PRICE_PROTECTED,
  LEVERAGE_INVALID,
  LEVERAGE_REDUCTION_ISOLATED,
  LEVERAGE_MARGIN_INSUFFICIENT,
  MARGIN_TYPE_UNCHANGED,
  MARGIN_TYPE_OPEN_ORDERS,
  MARGIN_TYPE_POSITION,
  MARGIN_NOT_ISOLATED,
  POSITION_IS_ZERO,
  CROSS_BALANCE_INSUFFICIENT,
  ISOLATED_BALANCE_INSUFFICIENT,
  BALANCE_INSUFFICIENT,
  /** An amount that no account can hold. */
  AMOUNT_OVERFLOW
}
