/** From a request to its answer, whichever way it came: rights, weights, and who knows it. */
@NullMarked
package io.tradewind.exchange.dispatch;

import org.jspecify.annotations.NullMarked;
