/**
 * Candles, trades and fundings at rest: exact decimals in columns, and the scaled columns of the
 * engine.
 */
@NullMarked
package io.tradewind.store.series;

import org.jspecify.annotations.NullMarked;
