/** Orders: what is asked of a venue, what it answers, and the table of states between. */
@NullMarked
package io.tradewind.core.order;

import org.jspecify.annotations.NullMarked;
