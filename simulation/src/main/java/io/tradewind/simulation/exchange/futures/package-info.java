/**
 * The simulated USD-M futures exchange: listings, orders, conditional orders, positions, margin,
 * liquidation and funding as on Binance, without its wire.
 */
@NullMarked
package io.tradewind.simulation.exchange.futures;

import org.jspecify.annotations.NullMarked;
