/** Paper trading on recorded trades, many times faster than they happened. */
@NullMarked
package io.tradewind.app.demo;

import org.jspecify.annotations.NullMarked;
