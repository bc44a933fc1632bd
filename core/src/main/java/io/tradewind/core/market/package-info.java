/** Market data: one type for each kind, and candles as columns. */
@NullMarked
package io.tradewind.core.market;

import org.jspecify.annotations.NullMarked;
