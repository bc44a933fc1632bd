/** What was traded of a symbol: trades, candles of every interval, the last 24 hours. */
@NullMarked
package io.tradewind.exchange.tape;

import org.jspecify.annotations.NullMarked;
