package io.tradewind.venues.http;

import java.util.List;

/**
 * A request as it goes out.
 *
 * @param target path and query, encoded
 * @param body a form, empty if there is none
 */
public record WireRequest(
    VenueRequest.Method method, String target, List<Header> headers, String body) {
  /** Copies the list. */
  public WireRequest {
    headers = List.copyOf(headers);
  }

  /** A header line. */
  public record Header(String name, String value) {}

  /** Without query and headers, which hold a key and a signature. */
  @Override
  public String toString() {
    int query = target.indexOf('?');
    return method + " " + (query < 0 ? target : target.substring(0, query));
  }
}
