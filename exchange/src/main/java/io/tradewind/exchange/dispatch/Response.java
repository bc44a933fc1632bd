package io.tradewind.exchange.dispatch;

import java.util.Map;

/**
 * An answer as it travels.
 *
 * @param status of HTTP
 * @param headers by name
 * @param body JSON
 */
public record Response(int status, Map<String, String> headers, String body) {}
