/** Binance's requests: how they are signed and what their answers mean. */
@NullMarked
package io.tradewind.venues.binance.rest;

import org.jspecify.annotations.NullMarked;
