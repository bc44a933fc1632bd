/** Indicators of how fast the price goes. */
@NullMarked
package io.tradewind.analytics.indicator.momentum;

import org.jspecify.annotations.NullMarked;
