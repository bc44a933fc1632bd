/** Many indicators at once, each with a vote. */
@NullMarked
package io.tradewind.analytics.indicator.rating;

import org.jspecify.annotations.NullMarked;
