/** Requests as they came over the wire, what is read out of them, and what is wrong with them. */
@NullMarked
package io.tradewind.exchange.request;

import org.jspecify.annotations.NullMarked;
