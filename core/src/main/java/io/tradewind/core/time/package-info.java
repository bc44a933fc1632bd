/** Intervals and UTC time in epoch nanoseconds. */
@NullMarked
package io.tradewind.core.time;

import org.jspecify.annotations.NullMarked;
