/** Order books kept here from Binance's snapshots and changes. */
@NullMarked
package io.tradewind.venues.binance.book;

import org.jspecify.annotations.NullMarked;
