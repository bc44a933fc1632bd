/** Who trades: indicators of single trades, of quotes and of books. */
@NullMarked
package io.tradewind.analytics.indicator.flow;

import org.jspecify.annotations.NullMarked;
