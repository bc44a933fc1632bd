/** Exact decimal numbers as scaled longs, and the one crossing from doubles. */
@NullMarked
package io.tradewind.core.number;

import org.jspecify.annotations.NullMarked;
