/** What an order is expected to lose against the mid, and what is done where that is too much. */
@NullMarked
package io.tradewind.core.execution.slippage;

import org.jspecify.annotations.NullMarked;
