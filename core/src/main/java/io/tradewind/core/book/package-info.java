/** The order book of an instrument as its price levels, kept from what a venue says. */
@NullMarked
package io.tradewind.core.book;

import org.jspecify.annotations.NullMarked;
