/**
 * The simulated spot exchange, with the rules of Binance's: docs/adr/0044-exchange-core.md. {@link
 * io.tradewind.simulation.exchange.spot.SpotExchange} is where to begin.
 */
@NullMarked
package io.tradewind.simulation.exchange.spot;

import org.jspecify.annotations.NullMarked;
