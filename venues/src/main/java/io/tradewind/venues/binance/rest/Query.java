package io.tradewind.venues.binance.rest;

import io.tradewind.venues.http.VenueRequest;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question with the reading of its answer.
 *
 * @param reading the text of the answer, empty if it cannot be read
 * @param <T> what is asked for
 */
public record Query<T>(VenueRequest request, Function<String, Optional<T>> reading) {

  /** Reads the answer. */
  public Optional<T> read(String body) {
    return reading.apply(body);
  }
}
