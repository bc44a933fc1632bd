/** Figures of a window of numbers. */
@NullMarked
package io.tradewind.analytics.indicator.statistics;

import org.jspecify.annotations.NullMarked;
