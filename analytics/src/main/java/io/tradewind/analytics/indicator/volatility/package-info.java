/** Indicators of how far the price swings. */
@NullMarked
package io.tradewind.analytics.indicator.volatility;

import org.jspecify.annotations.NullMarked;
