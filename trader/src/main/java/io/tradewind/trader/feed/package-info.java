/** Market data of a venue as it comes, in order and without holes as far as the venue helps. */
@NullMarked
package io.tradewind.trader.feed;

import org.jspecify.annotations.NullMarked;
