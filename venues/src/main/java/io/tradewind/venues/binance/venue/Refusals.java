package io.tradewind.venues.binance.venue;

import io.tradewind.core.order.RejectReason;
import io.tradewind.venues.error.VenueError;
import java.util.Locale;

/** Why an order was refused, in the core's words. */
final class Refusals {
  private Refusals() {}

  static RejectReason reason(VenueError.Rejected refused) {
    String words = refused.text().toLowerCase(Locale.ROOT);
    return switch (refused.reason()) {
      case INSUFFICIENT_BALANCE -> RejectReason.INSUFFICIENT_BALANCE;
      case FILTER -> filter(words);
      case WOULD_TRIGGER -> RejectReason.WOULD_TRIGGER;
      case WOULD_TAKE -> RejectReason.WOULD_TAKE;
      case NOT_FILLABLE -> RejectReason.NOT_FILLABLE;
      case NOTHING_TO_REDUCE -> RejectReason.NOTHING_TO_REDUCE;
      case POSITION_LIMIT -> RejectReason.LEVERAGE_TOO_HIGH;
      case TOO_MANY_ORDERS -> RejectReason.TOO_MANY_ORDERS;
      case MARKET_CLOSED -> RejectReason.MARKET_CLOSED;
      case UNSUPPORTED -> RejectReason.UNSUPPORTED_TYPE;
      case DUPLICATE_ORDER -> RejectReason.DUPLICATE;
      case UNKNOWN_ORDER, NOTHING_TO_CHANGE, INVALID_REQUEST, OTHER ->
          words.contains("relationship of the prices")
              ? RejectReason.LEGS_CROSSED
              : RejectReason.OTHER;
    };
  }

  private static RejectReason filter(String words) {
    if (words.contains("lot_size") || words.contains("step size")) {
      return RejectReason.QTY_OFF_LOT;
    }
    if (words.contains("notional")) {
      return RejectReason.NOTIONAL_TOO_SMALL;
    }
    if (words.contains("percent_price") || words.contains("multiplier")) {
      return RejectReason.PRICE_OUT_OF_RANGE;
    }
    return words.contains("price_filter") || words.contains("tick size")
        ? RejectReason.PRICE_OFF_TICK
        : RejectReason.OTHER;
  }
}
