/** Binance as a venue of the core: commands in, events out, over REST, sockets and streams. */
@NullMarked
package io.tradewind.venues.binance.venue;

import org.jspecify.annotations.NullMarked;
