package io.tradewind.simulation.exchange.spot;

/** Why a command was not carried out, where it is no filter. */
public enum RefusalReason implements Refusal {
  UNKNOWN_ACCOUNT,
  UNKNOWN_SYMBOL,
  /** The symbol is halted. */
  MARKET_CLOSED,
  /** A type of orders that the listing does not have. */
  TYPE_NOT_SUPPORTED,
  ICEBERG_NOT_SUPPORTED,
  TRAILING_NOT_SUPPORTED,
  QUOTE_MARKET_NOT_SUPPORTED,
  PEG_NOT_SUPPORTED,
  /** A post-only order that is pegged to the other side. */
  PEG_NOT_OF_TYPE,
  /** An order that is pegged to its own side and does not wait there. */
  PEG_NOT_OF_TIME_IN_FORCE,
  OCO_NOT_SUPPORTED,
  OTO_NOT_SUPPORTED,
  CANCEL_REPLACE_NOT_SUPPORTED,
  AMEND_NOT_SUPPORTED,
  SELF_TRADE_MODE_NOT_ALLOWED,
  /** An open order of the account on the symbol has this client id, or an open list. */
  DUPLICATE_ORDER,
  ICEBERG_EXCEEDS_QTY,
  /** Price times quantity is less than the smallest amount. */
  NOTIONAL_IS_ZERO,
  WOULD_MATCH_AND_TAKE,
  WOULD_TRIGGER_IMMEDIATELY,
  INSUFFICIENT_BALANCE,
  /** An order by quote that does not pay for the least quantity of {@code LOT_SIZE}. */
  LIQUIDITY_BELOW_LOT_SIZE,
  /** An order by quote that does not pay for the least quantity of {@code MARKET_LOT_SIZE}. */
  LIQUIDITY_BELOW_MARKET_LOT_SIZE,
  /** The book does not have the level that an order is pegged to. */
  LIQUIDITY_BELOW_PEG,
  /** The legs of a pair are not around the last price. */
  PRICE_RELATION,
  TYPE_NOT_IN_OCO,
  TYPE_NOT_WORKING,
  LIMIT_IN_BUY_OCO_NOT_BELOW,
  LIMIT_IN_SELL_OCO_NOT_ABOVE,
  OCO_NOT_CONTINGENT,
  STOP_LOSS_IN_BUY_OCO_NOT_ABOVE,
  STOP_LOSS_IN_SELL_OCO_NOT_BELOW,
  TAKE_PROFIT_IN_BUY_OCO_NOT_BELOW,
  TAKE_PROFIT_IN_SELL_OCO_NOT_ABOVE,
  /** No open order has this id. */
  UNKNOWN_ORDER,
  /** No open list has this id. */
  UNKNOWN_LIST,
  /** There is no such order, open or not. */
  NO_SUCH_ORDER,
  NO_SUCH_LIST,
  /** Order id and client order id are not of one order. */
  IDS_DISAGREE,
  CANCEL_RESTRICTION,
  /** An amendment that does not make the order smaller. */
  AMEND_INCREASES,
  AMEND_CHANGES_NOTHING,
  /** An amendment to no more than what has traded. */
  AMEND_BELOW_EXECUTED,
  /** An amount that the account cannot hold. */
  AMOUNT_OVERFLOW
}
