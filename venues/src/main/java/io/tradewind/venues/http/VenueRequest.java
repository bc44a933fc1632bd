package io.tradewind.venues.http;

import io.tradewind.analytics.check.Check;
import java.util.List;

/**
 * What is asked of a venue, before it is signed: each attempt is signed anew, with its own time.
 *
 * @param path from the first slash on, without a query
 * @param parameters in the order in which they are sent
 * @param terms how it is treated
 */
public record VenueRequest(Method method, String path, List<Parameter> parameters, Terms terms) {
  /** Checks that only what changes nothing is declared safe. */
  public VenueRequest {
    Check.argument(path.startsWith("/"), "a path must begin with a slash, was %s", path);
    parameters = List.copyOf(parameters);
    Check.argument(
        terms.repeat() == Repeat.NEVER || method == Method.GET,
        "only a GET is safe to repeat, was %s",
        method);
  }

  /** The method of HTTP. */
  public enum Method {
    /** Asks only. */
    GET,
    /** New. */
    POST,
    /** Changed. */
    PUT,
    /** Taken away. */
    DELETE
  }

  /** A name with its value, not encoded. */
  public record Parameter(String name, String value) {}

  /** What of a key is needed. */
  public enum Access {
    /** None. */
    PUBLIC,
    /** The public part of the key. */
    KEYED,
    /** A signature with the venue's time. */
    SIGNED
  }

  /** Whether the same may be sent again when no answer came. */
  public enum Repeat {
    /** It changes nothing at the venue. */
    SAFE,
    /** It might be done twice: no answer means that nobody knows. */
    NEVER
  }

  /**
   * How a request is treated.
   *
   * @param weight what the venue counts it as, at least 0
   * @param orders new orders that it counts as, at least 0
   */
  public record Terms(Access access, Repeat repeat, int weight, int orders) {
    /** Checks the ranges. */
    public Terms {
      Check.argument(weight >= 0, "weight must be >= 0, was %s", weight);
      Check.argument(orders >= 0, "orders must be >= 0, was %s", orders);
    }
  }

  /** A GET that anyone may ask and repeat. */
  public static VenueRequest get(String path, int weight, Parameter... parameters) {
    Terms terms = new Terms(Access.PUBLIC, Repeat.SAFE, weight, 0);
    return new VenueRequest(Method.GET, path, List.of(parameters), terms);
  }

  /** Orders and cancels go before questions and may use what is kept of the limits for them. */
  boolean isUrgent() {
    return method != Method.GET;
  }
}
