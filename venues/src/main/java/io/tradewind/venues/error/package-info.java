/** What can go wrong at a venue: one small set, with what to do about it. */
@NullMarked
package io.tradewind.venues.error;

import org.jspecify.annotations.NullMarked;
