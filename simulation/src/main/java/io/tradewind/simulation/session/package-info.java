/** Feeds candles to venue and engine in one order. */
@NullMarked
package io.tradewind.simulation.session;

import org.jspecify.annotations.NullMarked;
