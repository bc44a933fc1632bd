package io.tradewind.venues.http;

import io.tradewind.analytics.check.Check;

/**
 * A limit of a venue within windows that follow each other, aligned to its clock.
 *
 * @param windowNs length of a window, above 0
 * @param limit the most that may be used within one, above 0
 */
public record RateLimit(Kind kind, long windowNs, long limit) {
  /** Checks the ranges. */
  public RateLimit {
    Check.argument(windowNs > 0, "windowNs must be > 0, was %s", windowNs);
    Check.argument(limit > 0, "limit must be > 0, was %s", limit);
  }

  /** What is counted. */
  public enum Kind {
    /** Requests by their weight, of all that comes from this address. */
    WEIGHT,
    /** New orders of the account. */
    ORDERS,
    /** Requests, each as one. */
    REQUESTS
  }

  /** What a request uses of it. */
  long costOf(VenueRequest.Terms terms) {
    return switch (kind) {
      case WEIGHT -> terms.weight();
      case ORDERS -> terms.orders();
      case REQUESTS -> 1;
    };
  }
}
