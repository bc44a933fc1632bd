/** Performance statistics of daily returns, of equity and of trades: pure functions over arrays. */
@NullMarked
package io.tradewind.analytics.statistics;

import org.jspecify.annotations.NullMarked;
