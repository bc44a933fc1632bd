/** Numbers that look random and are a function of their seed. */
@NullMarked
package io.tradewind.analytics.random;

import org.jspecify.annotations.NullMarked;
