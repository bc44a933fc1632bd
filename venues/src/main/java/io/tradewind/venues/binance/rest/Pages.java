package io.tradewind.venues.binance.rest;

import io.tradewind.venues.http.VenueRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question whose answer comes in pages, from one of them on.
 *
 * @param request for the page
 * @param reading the text of the answer as a page, empty if it cannot be read
 * @param <R> a row
 */
public record Pages<R>(VenueRequest request, Function<String, Optional<Page<R>>> reading) {

  /** Reads the answer to the request. */
  public Optional<Page<R>> read(String body) {
    return reading.apply(body);
  }

  /**
   * A page, and where it goes on.
   *
   * @param rows in the order of time
   * @param next empty after the last
   */
  public record Page<R>(List<R> rows, Optional<Pages<R>> next) {
    /** Copies the list. */
    public Page {
      rows = List.copyOf(rows);
    }
  }
}
