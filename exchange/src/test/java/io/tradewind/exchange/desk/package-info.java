/** Asking and listening to a market's API in words, on a clock of its own. */
@NullMarked
package io.tradewind.exchange.desk;

import org.jspecify.annotations.NullMarked;
