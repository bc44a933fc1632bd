/** Our orders in Binance's words: names, filters, parameters. */
@NullMarked
package io.tradewind.venues.binance.order;

import org.jspecify.annotations.NullMarked;
