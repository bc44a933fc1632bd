/** The clock that is given, and how far a venue's own is from it. */
@NullMarked
package io.tradewind.venues.time;

import org.jspecify.annotations.NullMarked;
