/** From a few words to an exchange with symbols, accounts and a market. */
@NullMarked
package io.tradewind.exchange.setup;

import org.jspecify.annotations.NullMarked;
