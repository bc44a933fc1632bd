package io.tradewind.analytics.indicator;

/**
 * A number that an indicator gives.
 *
 * @param name lower case words with dashes, unique in its indicator
 * @param unit what it is counted in
 * @param mayBeUndefined whether it can be NaN after the warm-up, because there is nothing to tell
 *     of, such as a level above the highest price
 */
public record Output(String name, Unit unit, boolean mayBeUndefined) {}
