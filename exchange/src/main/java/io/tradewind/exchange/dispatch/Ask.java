package io.tradewind.exchange.dispatch;

import io.tradewind.exchange.request.Parameters;
import java.util.Optional;

/**
 * A request without the way it came.
 *
 * @param endpoint as {@code GET depth}
 * @param apiKey that it names
 * @param signed the text that was signed
 * @param signature of that text
 * @param address where it came from
 */
public record Ask(
    String endpoint,
    Parameters parameters,
    Optional<String> apiKey,
    String signed,
    Optional<String> signature,
    String address) {}
