/** What looks after a session when it, or the way to its venue, fails. */
@NullMarked
package io.tradewind.trader.guard;

import org.jspecify.annotations.NullMarked;
