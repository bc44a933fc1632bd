/** What the world asks and hears of one symbol: trades, books, candles, tickers. */
@NullMarked
package io.tradewind.exchange.symbol;

import org.jspecify.annotations.NullMarked;
