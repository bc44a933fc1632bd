/** Binance's USD-M futures over the wire: its paths, names, codes and events. */
@NullMarked
package io.tradewind.exchange.futures;

import org.jspecify.annotations.NullMarked;
