package io.tradewind.exchange.futures;

import static io.tradewind.exchange.request.WireError.badRequest;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.MarketPrices;
import io.tradewind.simulation.exchange.futures.RefusalReason;
import io.tradewind.simulation.exchange.futures.Result;
import java.math.RoundingMode;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Refusals in Binance's codes and words (its page of error codes for USD-M futures). */
final class FuturesErrors {
  private final FuturesExchange exchange;
  private final Contracts contracts;

  FuturesErrors(FuturesExchange exchange, Contracts contracts) {
    this.exchange = exchange;
    this.contracts = contracts;
  }

  /** Of what concerns a symbol. */
  WireError of(RefusalReason reason, String symbol) {
    if (reason == RefusalReason.PRICE_ABOVE_BAND) {
      return badRequest(-4016, "Limit price can't be higher than %s.", bound(symbol, true));
    }
    if (reason == RefusalReason.PRICE_BELOW_BAND) {
      return badRequest(-4024, "Limit price can't be lower than %s.", bound(symbol, false));
    }
    if (reason == RefusalReason.SYMBOL_NOT_TRADING && isClosed(symbol)) {
      return badRequest(-4141, "Symbol is closed.");
    }
    return reason == RefusalReason.NOTIONAL_TOO_SMALL
        ? badRequest(
            -4164,
            "Order's notional must be no smaller than %s (unless you choose reduce only)",
            contracts.find(symbol).map(FuturesErrors::leastNotional).orElse("5.0"))
        : of(reason);
  }

  private boolean isClosed(String symbol) {
    return contracts.find(symbol).filter(it -> it.status() == ListingStatus.BREAK).isPresent();
  }

  private static String leastNotional(FuturesListing listing) {
    return new Digits(0, 0).average(listing.filters().minNotionalE8());
  }

  private String bound(String symbol, boolean up) {
    if (!(exchange.prices(symbol) instanceof Result.Done<MarketPrices>(MarketPrices prices))
        || contracts.find(symbol).isEmpty()) {
      return "0";
    }
    FuturesListing.Band band = contracts.find(symbol).get().filters().band();
    long price =
        FixedPoint.mulDiv(
            prices.markE8(), up ? band.upE8() : band.downE8(), Amounts.ONE_E8, RoundingMode.DOWN);
    return contracts.digits(symbol).price(price);
  }

  /** Of what concerns no symbol. */
  static WireError of(RefusalReason reason) {
    return switch (reason) {
      case UNKNOWN_ACCOUNT ->
          new WireError(401, -2015, "Invalid API-key, IP, or permissions for action.");
      case UNKNOWN_SYMBOL -> badRequest(-1121, "Invalid symbol.");
      case SYMBOL_NOT_TRADING -> badRequest(-4140, "Invalid symbol status for opening position");
      case POSITION_SIDE_MISMATCH ->
          badRequest(-4061, "Order's position side does not match user's setting.");
      case RPI_NOT_SUPPORTED -> badRequest(-4188, "This symbol is not in symbol white list.");
      case HEDGE_MODE_NOT_SUPPORTED, RPI_NOT_MODIFIED ->
          badRequest(-4084, "Method is not allowed currently. Upcoming soon.");
      case POSITION_MODE_UNCHANGED -> badRequest(-4059, "No need to change position side.");
      case SELF_TRADE_MODE_NOT_ALLOWED -> badRequest(-5039, "Invalid self trade prevention mode");
      case QTY_BELOW_MIN -> badRequest(-4004, "Quantity less than min quantity.");
      case QTY_ABOVE_MAX, NOTIONAL_OVERFLOW ->
          badRequest(-4005, "Quantity greater than max quantity.");
      case QTY_NOT_ON_STEP -> badRequest(-4023, "Qty not increased by step size.");
      case PRICE_BELOW_MIN -> badRequest(-4013, "Price less than min price.");
      case PRICE_ABOVE_MAX -> badRequest(-4002, "Price greater than max price.");
      case PRICE_NOT_ON_TICK -> badRequest(-4014, "Price not increased by tick size.");
      case PRICE_ABOVE_BAND -> badRequest(-4016, "Price is higher than mark price multiplier cap.");
      case PRICE_BELOW_BAND ->
          badRequest(-4024, "Price is lower than mark price multiplier floor.");
      case COUNTER_PRICE_OUT_OF_BAND ->
          badRequest(
              -4131, "The counterparty's best price does not meet the PERCENT_PRICE filter limit");
      case NOTIONAL_TOO_SMALL -> badRequest(-5029, "Order's notional must be no smaller than 5.0");
      case TOO_MANY_ORDERS -> badRequest(-2025, "Reach max open order limit.");
      case TOO_MANY_ALGO_ORDERS -> badRequest(-4045, "Reach max stop order limit.");
      case DUPLICATE_CLIENT_ORDER_ID -> badRequest(-4116, "ClientOrderId is duplicated.");
      case GOOD_TILL_DATE_TOO_EARLY -> badGoodTillDate();
      case REDUCE_ONLY_REJECTED -> badRequest(-2022, "ReduceOnly Order is rejected.");
      case POSITION_LIMIT_AT_LEVERAGE ->
          badRequest(-2027, "Exceeded the maximum allowable position at current leverage.");
      case MARGIN_INSUFFICIENT -> badRequest(-2019, "Margin is insufficient.");
      case WOULD_TRIGGER_IMMEDIATELY -> badRequest(-2021, "Order would immediately trigger.");
      case FOK_NOT_FILLABLE ->
          badRequest(
              -5021,
              "Due to the order could not be filled immediately, the FOK order has been rejected.");
      case GTX_WOULD_TAKE ->
          badRequest(
              -5022,
              "Due to the order could not be executed as maker, the Post Only order will be"
                  + " rejected.");
      case UNKNOWN_ORDER -> badRequest(-2011, "Unknown order sent.");
      case NO_SUCH_ORDER -> badRequest(-2013, "Order does not exist.");
      case ONLY_LIMIT_ORDERS_MODIFY -> badRequest(-5025, "Only limit order is supported.");
      case MODIFY_CHANGES_NOTHING -> badRequest(-5027, "No need to modify the order.");
      case TOO_MANY_MODIFICATIONS -> badRequest(-5026, "Exceed maximum modify order limit.");
      case NO_POSITION_TO_CLOSE ->
          badRequest(
              -4509,
              "Time in Force (TIF) GTE can only be used with open positions or open orders. Please"
                  + " ensure that positions or orders are available.");
      case CLOSE_POSITION_EXISTS ->
          badRequest(
              -4130,
              "An open stop or take profit order with GTE and closePosition in the direction is"
                  + " existing.");
      case CALLBACK_RATE_INVALID ->
          badRequest(-1130, "Data sent for parameter 'callbackRate' is not valid.");
      case PRICE_PROTECTED ->
          badRequest(-4131, "Mark and last price are too far apart for a protected order.");
      case LEVERAGE_INVALID -> badRequest(-4028, "Invalid leverage");
      case LEVERAGE_REDUCTION_ISOLATED ->
          badRequest(
              -4161,
              "Leverage reduction is not supported in Isolated Margin Mode with open positions");
      case LEVERAGE_MARGIN_INSUFFICIENT ->
          badRequest(-2028, "Leverage is smaller than permitted: insufficient margin balance.");
      case MARGIN_TYPE_UNCHANGED -> badRequest(-4046, "No need to change margin type.");
      case MARGIN_TYPE_OPEN_ORDERS ->
          badRequest(-4047, "Margin type cannot be changed if there exists open orders.");
      case MARGIN_TYPE_POSITION ->
          badRequest(-4048, "Margin type cannot be changed if there exists position.");
      case MARGIN_NOT_ISOLATED ->
          badRequest(-4049, "Add margin only support for isolated position.");
      case POSITION_IS_ZERO -> badRequest(-4054, "Cannot add position margin: position is 0.");
      case CROSS_BALANCE_INSUFFICIENT -> badRequest(-4050, "Cross balance insufficient.");
      case ISOLATED_BALANCE_INSUFFICIENT -> badRequest(-4051, "Isolated balance insufficient.");
      case BALANCE_INSUFFICIENT -> badRequest(-2018, "Balance is insufficient.");
      case AMOUNT_OVERFLOW -> badRequest(-1130, "Invalid data sent for a parameter.");
    };
  }

  static WireError badGoodTillDate() {
    return badRequest(
        -5040,
        "The goodTillDate timestamp must be greater than the current time plus 600 seconds and"
            + " smaller than 253402300799000 (UTC 9999-12-31 23:59:59)");
  }

  /** The answer to what was done, or why it was not. */
  <T> Reply reply(Result<T> result, String symbol, Function<T, ? extends JsonNode> json) {
    return switch (result) {
      case Result.Done<T>(T value) -> new Reply.Done(json.apply(value));
      case Result.Refused<T>(RefusalReason reason) -> new Reply.Failed(of(reason, symbol));
    };
  }

  /** The same where no symbol is concerned. */
  <T> Reply reply(Result<T> result, Function<T, ? extends JsonNode> json) {
    return reply(result, "", json);
  }

  /** Acts if the parameters are in order; what was sent beside them does not matter. */
  static Reply when(Parameters all, Supplier<Reply> act) {
    return all.error().<Reply>map(Reply.Failed::new).orElseGet(act);
  }
}
