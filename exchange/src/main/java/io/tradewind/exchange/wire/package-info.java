/** How answers are written and histories are cut, whichever market is asked. */
@NullMarked
package io.tradewind.exchange.wire;

import org.jspecify.annotations.NullMarked;
