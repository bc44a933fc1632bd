/** Keys of accounts at venues, and what is signed with them. */
@NullMarked
package io.tradewind.venues.sign;

import org.jspecify.annotations.NullMarked;
