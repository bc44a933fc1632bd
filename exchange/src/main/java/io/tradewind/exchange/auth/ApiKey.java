package io.tradewind.exchange.auth;

/**
 * A key that clients use.
 *
 * @param name what they send in the header
 * @param account whose it is
 * @param secret how it signs
 */
public record ApiKey(String name, long account, Secret secret) {}
