/** The process that trades: one duty cycle over feed, session and orders. */
@NullMarked
package io.tradewind.trader.run;

import org.jspecify.annotations.NullMarked;
