package io.tradewind.exchange.request;

import java.util.Optional;

/**
 * A request with query and body as they came, for both are signed to the letter.
 *
 * @param method of HTTP, in capitals
 * @param path without the query
 * @param query without the question mark, as it was encoded; empty if there is none
 * @param body of a form, as it was encoded; empty if there is none
 * @param apiKey of the header
 * @param address where it came from
 */
public record RawRequest(
    String method,
    String path,
    String query,
    String body,
    Optional<String> apiKey,
    String address) {}
