/** One market of the simulated exchange as the wire sees it. */
@NullMarked
package io.tradewind.exchange.api;

import org.jspecify.annotations.NullMarked;
