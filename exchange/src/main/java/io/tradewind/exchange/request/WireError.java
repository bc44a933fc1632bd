package io.tradewind.exchange.request;

import java.util.Locale;

/**
 * A refusal as a client sees it. Codes and texts are those that Binance publishes (its pages on
 * error codes, spot and USD-M futures).
 *
 * @param status of HTTP
 * @param code below zero
 * @param message in words
 */
public record WireError(int status, int code, String message) {

  /** A request that is at fault. */
  public static WireError badRequest(int code, String message, Object... values) {
    return new WireError(400, code, String.format(Locale.ROOT, message, values));
  }

  /** A parameter that must be there is not. */
  public static WireError missing(String name) {
    return badRequest(
        -1102, "Mandatory parameter '%s' was not sent, was empty/null, or malformed.", name);
  }

  /** Of two parameters neither is there. */
  public static WireError missingBoth(String one, String other) {
    return badRequest(
        -1102, "Param '%s' or '%s' must be sent, but both were empty/null!", one, other);
  }

  /** Characters that do not belong there. */
  public static WireError illegal(String name, String range) {
    return badRequest(
        -1100, "Illegal characters found in parameter '%s'; legal range is '%s'.", name, range);
  }

  /** A parameter that does not go with the others. */
  public static WireError notRequired(String name) {
    return badRequest(-1106, "Parameter '%s' sent when not required.", name);
  }
}
