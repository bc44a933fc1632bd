package io.tradewind.core.execution.route;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.order.Side;
import java.util.OptionalLong;

/**
 * What is to be routed.
 *
 * @param instrument for its scales, which hold for all venues
 * @param side buy or sell
 * @param qtyScaled how much, in quantity scale
 * @param limitScaled the worst price at which anything may be traded; empty for any
 * @param dailyVolatility standard deviation of a day's return, for the risk of waiting
 */
public record RouteRequest(
    Instrument instrument,
    Side side,
    long qtyScaled,
    OptionalLong limitScaled,
    double dailyVolatility) {
  /** Checks the ranges. */
  public RouteRequest {
    Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
    Check.argument(
        dailyVolatility >= 0 && Double.isFinite(dailyVolatility),
        "dailyVolatility must be finite and >= 0, was %s",
        dailyVolatility);
  }

  /** The same for another quantity. */
  RouteRequest withQty(long newQtyScaled) {
    return new RouteRequest(instrument, side, newQtyScaled, limitScaled, dailyVolatility);
  }
}
