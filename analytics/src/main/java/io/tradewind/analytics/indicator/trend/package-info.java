/** Indicators of where the price is going, averages among them. */
@NullMarked
package io.tradewind.analytics.indicator.trend;

import org.jspecify.annotations.NullMarked;
