/** Binance's spot API over the spot exchange: what is asked, what is answered, what is told. */
@NullMarked
package io.tradewind.exchange.spot;

import org.jspecify.annotations.NullMarked;
