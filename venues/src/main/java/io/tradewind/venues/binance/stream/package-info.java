/** How texts of Binance's streams are told apart. */
@NullMarked
package io.tradewind.venues.binance.stream;

import org.jspecify.annotations.NullMarked;
