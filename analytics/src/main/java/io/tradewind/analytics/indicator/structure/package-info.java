/** Indicators of levels, swings and profiles. */
@NullMarked
package io.tradewind.analytics.indicator.structure;

import org.jspecify.annotations.NullMarked;
