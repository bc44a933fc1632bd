package io.tradewind.analytics.structure;

/**
 * A price at which the price turned before.
 *
 * @param price mean of its touches
 * @param touches swings at it, at least 1
 * @param strength above 0, as {@link LevelBook} says
 */
public record PriceLevel(double price, int touches, double strength) {}
