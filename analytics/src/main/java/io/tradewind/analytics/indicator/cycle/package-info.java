/** Indicators of the dominant cycle of a price. */
@NullMarked
package io.tradewind.analytics.indicator.cycle;

import org.jspecify.annotations.NullMarked;
