/** What a pattern is once it has been seen, whatever it is made of. */
@NullMarked
package io.tradewind.analytics.pattern;

import org.jspecify.annotations.NullMarked;
