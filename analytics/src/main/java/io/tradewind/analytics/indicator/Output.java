package io.tradewind.analytics.indicator;

/**
 * A number that an indicator gives.
 *
 * @param name lower case words with dashes, unique in its indicator
 * @param unit what it is counted in
 */
public record Output(String name, Unit unit) {}
