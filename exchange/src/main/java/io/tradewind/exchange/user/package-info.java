/** The ways on which an account hears what happens to it. */
@NullMarked
package io.tradewind.exchange.user;

import org.jspecify.annotations.NullMarked;
