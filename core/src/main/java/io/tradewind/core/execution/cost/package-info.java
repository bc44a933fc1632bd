/** What trading costs, by kind, for each trade, strategy and day. */
@NullMarked
package io.tradewind.core.execution.cost;

import org.jspecify.annotations.NullMarked;
