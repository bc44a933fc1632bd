/** Streaming indicators: constant work a bar, no rescans, no look-ahead. */
@NullMarked
package io.tradewind.analytics.indicator;

import org.jspecify.annotations.NullMarked;
