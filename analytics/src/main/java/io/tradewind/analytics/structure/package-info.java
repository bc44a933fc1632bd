/**
 * What the path of the price is built of: swings, and the patterns and levels that they form. All
 * is told at the bar at which it can first be known, and never changed afterwards.
 */
@NullMarked
package io.tradewind.analytics.structure;

import org.jspecify.annotations.NullMarked;
