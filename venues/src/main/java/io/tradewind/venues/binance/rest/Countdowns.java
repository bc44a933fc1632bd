package io.tradewind.venues.binance.rest;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Parameter;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import java.util.List;

/**
 * Countdowns of USD-M futures, at whose end the venue takes back every order of a symbol that is in
 * its book. Conditional orders are kept apart there and stay.
 */
public final class Countdowns {
  /** What a request weighs. */
  public static final int WEIGHT = 10;

  private static final long MILLI_NS = Utc.SECOND_NS / 1_000;

  private Countdowns() {}

  /** Begins the countdown of a symbol, or begins it anew; at least a second. */
  public static VenueRequest begin(String symbol, long lengthNs) {
    Check.argument(lengthNs >= Utc.SECOND_NS, "lengthNs must be >= 1 s, was %s", lengthNs);
    return request(symbol, lengthNs / MILLI_NS);
  }

  /** Ends it: nothing is taken back. */
  public static VenueRequest end(String symbol) {
    return request(symbol, 0);
  }

  private static VenueRequest request(String symbol, long ms) {
    return new VenueRequest(
        Method.POST,
        "/fapi/v1/countdownCancelAll",
        List.of(new Parameter("symbol", symbol), new Parameter("countdownTime", Long.toString(ms))),
        new Terms(Access.SIGNED, Repeat.NEVER, WEIGHT, 0));
  }
}
