/** Other numbers from the same value or bar. */
@NullMarked
package io.tradewind.analytics.indicator.transform;

import org.jspecify.annotations.NullMarked;
