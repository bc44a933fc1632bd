/**
 * A whole world on one thread, a function of a seed: time, a net that loses and delays, and the
 * simulated exchange at its other end.
 */
@NullMarked
package io.tradewind.trader.world;

import org.jspecify.annotations.NullMarked;
