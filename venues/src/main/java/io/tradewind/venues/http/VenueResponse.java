package io.tradewind.venues.http;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came back.
 *
 * @param headers by their names in lower case, the first value of each
 * @param sentNs when the request went out, by our clock
 * @param receivedNs when the whole answer was here, by our clock
 */
public record VenueResponse(
    int status, Map<String, String> headers, String body, long sentNs, long receivedNs) {
  /** Copies the headers. */
  public VenueResponse {
    headers = Map.copyOf(headers);
  }

  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A header that is a count; empty if it is missing or no number. */
  public OptionalLong count(String name) {
    Optional<String> text = header(name).map(String::strip);
    return text.filter(t -> t.matches("[0-9]{1,15}")).isPresent()
        ? OptionalLong.of(Long.parseLong(text.orElseThrow()))
        : OptionalLong.empty();
  }
}
