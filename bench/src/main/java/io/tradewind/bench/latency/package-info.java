/** How long it takes from a message of a market to an order, over sockets on loopback. */
@NullMarked
package io.tradewind.bench.latency;

import org.jspecify.annotations.NullMarked;
