/** Candlestick patterns: the last candles, measured against those before, and a rule for each. */
@NullMarked
package io.tradewind.analytics.pattern.candle;

import org.jspecify.annotations.NullMarked;
