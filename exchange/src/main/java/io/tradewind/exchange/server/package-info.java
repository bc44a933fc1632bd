/** Sockets: the only place that knows how requests travel. */
@NullMarked
package io.tradewind.exchange.server;

import org.jspecify.annotations.NullMarked;
