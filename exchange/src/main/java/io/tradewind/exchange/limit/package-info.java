/** How much may be asked in a time, and what comes to those who ask more. */
@NullMarked
package io.tradewind.exchange.limit;

import org.jspecify.annotations.NullMarked;
