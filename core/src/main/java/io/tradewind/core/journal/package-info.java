/** The trading journal: each trade with all that led to it and came of it. */
@NullMarked
package io.tradewind.core.journal;

import org.jspecify.annotations.NullMarked;
