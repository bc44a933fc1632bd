/** Binance's texts into records; bad ones are counted and dropped, never thrown. */
@NullMarked
package io.tradewind.venues.binance.parse;

import org.jspecify.annotations.NullMarked;
