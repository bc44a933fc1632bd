/** Assertions that stay on in production. */
@NullMarked
package io.tradewind.analytics.check;

import org.jspecify.annotations.NullMarked;
