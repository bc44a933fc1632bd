/** Days, weeks, months and years of UTC, and what their bars have made so far. */
@NullMarked
package io.tradewind.analytics.session;

import org.jspecify.annotations.NullMarked;
