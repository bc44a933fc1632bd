package io.tradewind.exchange.spot;

import io.tradewind.exchange.request.WireError;
import io.tradewind.simulation.exchange.spot.Refusal;
import io.tradewind.simulation.exchange.spot.RefusalReason;

/** Refusals in Binance's codes and words. */
final class SpotErrors {
  /** What was asked for when it was refused, for the code depends on it. */
  enum Of {
    NEW_ORDER(-2010),
    CANCEL(-2011),
    QUERY(-2013),
    AMEND(-2038);

    private final int code;

    Of(int code) {
      this.code = code;
    }
  }

  private SpotErrors() {}

  static WireError of(Of what, Refusal refusal) {
    return switch (refusal) {
      case Refusal.FilterFailure failure ->
          what == Of.AMEND
              ? bad(what.code, "Filter failure: " + failure.filter())
              : bad(-1013, "Filter failure: " + failure.filter());
      case RefusalReason reason -> of(what, reason);
    };
  }

  private static WireError of(Of what, RefusalReason reason) {
    return switch (reason) {
      case UNKNOWN_ACCOUNT ->
          new WireError(401, -2015, "Invalid API-key, IP, or permissions for action.");
      case UNKNOWN_SYMBOL -> bad(-1121, "Invalid symbol.");
      case MARKET_CLOSED -> bad(-1013, "Market is closed.");
      case TYPE_NOT_SUPPORTED -> bad(what.code, "This order type is not supported.");
      case ICEBERG_NOT_SUPPORTED ->
          bad(what.code, "Iceberg orders are not supported for this symbol.");
      case TRAILING_NOT_SUPPORTED ->
          bad(what.code, "Trailing stop orders are not supported for this symbol.");
      case QUOTE_MARKET_NOT_SUPPORTED ->
          bad(what.code, "Quote order qty market orders are not support for this symbol.");
      case PEG_NOT_SUPPORTED -> bad(what.code, "Pegged orders are not supported for this symbol.");
      case PEG_NOT_OF_TYPE -> bad(what.code, "This price peg cannot be used with this order type.");
      case OCO_NOT_SUPPORTED -> bad(what.code, "OCO orders are not supported for this symbol");
      case OTO_NOT_SUPPORTED -> bad(what.code, "OTO orders are not supported for this symbol.");
      case CANCEL_REPLACE_NOT_SUPPORTED ->
          bad(what.code, "Order cancel-replace is not supported for this symbol.");
      case AMEND_NOT_SUPPORTED -> bad(what.code, "Order amend is not supported for this symbol.");
      case SELF_TRADE_MODE_NOT_ALLOWED ->
          bad(-1013, "This symbol does not allow the specified self-trade prevention mode.");
      case DUPLICATE_ORDER -> bad(what.code, "Duplicate order sent.");
      case ICEBERG_EXCEEDS_QTY -> bad(what.code, "IcebergQty exceeds QTY.");
      case NOTIONAL_IS_ZERO -> bad(what.code, "Price * QTY is zero or less.");
      case WOULD_MATCH_AND_TAKE -> bad(what.code, "Order would immediately match and take.");
      case WOULD_TRIGGER_IMMEDIATELY -> bad(what.code, "Order would trigger immediately.");
      case INSUFFICIENT_BALANCE ->
          bad(what.code, "Account has insufficient balance for requested action.");
      case LIQUIDITY_BELOW_LOT_SIZE ->
          bad(what.code, "Order book liquidity is less than `LOT_SIZE` filter minimum quantity.");
      case LIQUIDITY_BELOW_MARKET_LOT_SIZE ->
          bad(
              what.code,
              "Order book liquidity is less than `MARKET_LOT_SIZE` filter minimum quantity.");
      case LIQUIDITY_BELOW_PEG ->
          bad(what.code, "Order book liquidity is too low for this pegged order.");
      case PRICE_RELATION ->
          bad(what.code, "The relationship of the prices for the orders is not correct.");
      case TYPE_NOT_IN_OCO -> bad(-1158, "Order type not supported in OCO.");
      case TYPE_NOT_WORKING, PEG_NOT_OF_TIME_IN_FORCE ->
          bad(what.code, "Unsupported order combination");
      case LIMIT_IN_BUY_OCO_NOT_BELOW -> bad(-1165, "A limit order in a buy OCO must be below.");
      case LIMIT_IN_SELL_OCO_NOT_ABOVE -> bad(-1166, "A limit order in a sell OCO must be above.");
      case OCO_NOT_CONTINGENT -> bad(-1168, "At least one OCO order must be contingent.");
      case STOP_LOSS_IN_BUY_OCO_NOT_ABOVE ->
          bad(-1196, "A stop loss order in a buy OCO must be above.");
      case STOP_LOSS_IN_SELL_OCO_NOT_BELOW ->
          bad(-1197, "A stop loss order in a sell OCO must be below.");
      case TAKE_PROFIT_IN_BUY_OCO_NOT_BELOW ->
          bad(-1198, "A take profit order in a buy OCO must be below.");
      case TAKE_PROFIT_IN_SELL_OCO_NOT_ABOVE ->
          bad(-1199, "A take profit order in a sell OCO must be above.");
      case UNKNOWN_ORDER -> bad(-2011, "Unknown order sent.");
      case UNKNOWN_LIST -> bad(-2011, "Unknown order list sent.");
      case NO_SUCH_ORDER -> bad(-2013, "Order does not exist.");
      case NO_SUCH_LIST -> bad(-2018, "Order list does not exist.");
      case IDS_DISAGREE -> bad(-2039, "Client order ID is not correct for this order ID.");
      case CANCEL_RESTRICTION ->
          bad(what.code, "Order was not canceled due to cancel restrictions.");
      case AMEND_INCREASES -> bad(-2038, "Order amend (quantity increase) is not supported.");
      case AMEND_CHANGES_NOTHING, AMEND_BELOW_EXECUTED ->
          bad(-2038, "The requested action would change no state; rejecting");
      case AMOUNT_OVERFLOW -> bad(-1108, "Parameter 'quantity' overflowed.");
    };
  }

  private static WireError bad(int code, String message) {
    return new WireError(400, code, message);
  }
}
