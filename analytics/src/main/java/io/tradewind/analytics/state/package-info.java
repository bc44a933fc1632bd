/** Saving and restoring everything that has a memory. */
@NullMarked
package io.tradewind.analytics.state;

import org.jspecify.annotations.NullMarked;
