/**
 * Who trades on the simulated exchange besides the user: makers whose book refills around a fair
 * price, takers at random, and replays of candles and trades, as docs/adr/0046-crowd.md says.
 * {@link io.tradewind.simulation.crowd.Market} is where to begin.
 */
@NullMarked
package io.tradewind.simulation.crowd;

import org.jspecify.annotations.NullMarked;
