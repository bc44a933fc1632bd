/** Closed trades: from flat to flat. */
@NullMarked
package io.tradewind.core.trade;

import org.jspecify.annotations.NullMarked;
