/**
 * The matching engine of the simulated exchange: order book and orders that wait for a price, in
 * whole numbers, without accounts, fees or a clock.
 */
@NullMarked
package io.tradewind.simulation.matching;

import org.jspecify.annotations.NullMarked;
