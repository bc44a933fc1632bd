/** What stops trading, what locks a symbol, how much may be held, and the way back from each. */
@NullMarked
package io.tradewind.core.risk.limit;

import org.jspecify.annotations.NullMarked;
