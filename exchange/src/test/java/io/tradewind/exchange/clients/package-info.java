/** Clients that nobody here wrote trade on the simulated exchange. */
@NullMarked
package io.tradewind.exchange.clients;

import org.jspecify.annotations.NullMarked;
