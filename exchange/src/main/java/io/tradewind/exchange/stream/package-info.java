/** Streams by name, who listens to them, and what listeners may say. */
@NullMarked
package io.tradewind.exchange.stream;

import org.jspecify.annotations.NullMarked;
