package io.tradewind.venues.binance.model;

/**
 * An order that stands, as the venue lists it, of any instrument.
 *
 * @param symbol the venue's name, such as BTCUSDT
 * @param name the client's
 * @param isConditional whether futures keep it apart until its trigger is reached
 * @param isOpening whether it may open a position or add to one: on spot each that buys, on futures
 *     each that is not bound to reduce
 * @param isListed whether it is part of a list of orders, whose others end with it
 * @param isBegun whether something of it was filled
 */
public record OpenOrder(
    String symbol,
    String name,
    boolean isConditional,
    boolean isOpening,
    boolean isListed,
    boolean isBegun) {}
