/** Indicators of how much is traded on the way. */
@NullMarked
package io.tradewind.analytics.indicator.volume;

import org.jspecify.annotations.NullMarked;
