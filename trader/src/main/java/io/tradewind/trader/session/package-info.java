/** Sessions that are written down, and carried out again from what was written. */
@NullMarked
package io.tradewind.trader.session;

import org.jspecify.annotations.NullMarked;
