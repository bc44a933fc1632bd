package io.tradewind.exchange.fault;

import io.tradewind.exchange.dispatch.Dispatcher;
import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.request.WireError;
import io.tradewind.simulation.fault.Throttle;
import java.util.Locale;
import java.util.Map;

/** What Binance answers where an exchange fails; the words of spot, and of futures below /fapi. */
public final class FaultTexts {
  private static final String FUTURES = "fapi";

  private FaultTexts() {}

  /** It failed, and nothing was carried out. */
  public static WireError failed(String path) {
    return path.contains(FUTURES)
        ? new WireError(503, -1008, "Service Unavailable.")
        : new WireError(
            503, -1001, "Internal error; unable to process your request. Please try again.");
  }

  /** Nobody knows whether it was carried out. */
  public static WireError unknown(String path) {
    return path.contains(FUTURES)
        ? new WireError(503, -1000, "Unknown error, please check your request or try again later.")
        : new WireError(
            503,
            -1007,
            "Timeout waiting for response from backend server. Send status unknown; execution"
                + " status unknown.");
  }

  /** The exchange is down. */
  public static WireError down() {
    return new WireError(503, -1016, "This service is no longer available.");
  }

  /** Too much was asked. */
  public static WireError of(Throttle.Verdict.Wait wait, String path) {
    return new WireError(
        429,
        -1003,
        path.contains(FUTURES)
            ? "Too many requests; current limit is 2400 requests per minute."
            : "Too much request weight used; current limit is 6000 request weight per 1 MINUTE."
                + " Please use WebSocket Streams for live updates to avoid polling the API.");
  }

  /** Too much was asked for too long. */
  public static WireError of(Throttle.Verdict.Banned banned, String path) {
    String text =
        path.contains(FUTURES)
            ? "Way too many requests; IP banned until %d. Please use the websocket for live updates"
                + " to avoid bans."
            : "Way too much request weight used; IP banned until %d. Please use WebSocket Streams"
                + " for live updates to avoid bans.";
    return new WireError(418, -1003, String.format(Locale.ROOT, text, banned.untilMs()));
  }

  /** As it travels over HTTP. */
  public static Response response(WireError error) {
    return new Response(error.status(), Map.of(), Dispatcher.body(error).toString());
  }

  /** The same with the time to wait. */
  public static Response response(WireError error, long retryAfterSeconds) {
    return new Response(
        error.status(),
        Map.of("Retry-After", Long.toString(retryAfterSeconds)),
        Dispatcher.body(error).toString());
  }
}
