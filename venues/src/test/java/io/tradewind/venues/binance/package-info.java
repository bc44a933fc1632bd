/** What tests of Binance share. */
@NullMarked
package io.tradewind.venues.binance;

import org.jspecify.annotations.NullMarked;
