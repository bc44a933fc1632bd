package io.tradewind.venues.binance.order;

import io.tradewind.core.order.OrderIntent;
import io.tradewind.venues.binance.model.Listing;
import java.util.OptionalLong;

/**
 * An order with what is needed to write it down for the venue.
 *
 * @param listing of its instrument
 * @param qtyScaled of base, in quantity scale; empty where the venue finds it by sum or position
 * @param lastScaled what the market pays, in price scale, where it is known
 * @param revision of its name, from 0
 */
public record Slip(
    Listing listing,
    OrderIntent intent,
    OptionalLong qtyScaled,
    OptionalLong lastScaled,
    int revision) {}
