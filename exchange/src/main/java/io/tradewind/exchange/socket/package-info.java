/** Binance's WebSocket API: the same requests as over HTTP, on one line, in JSON. */
@NullMarked
package io.tradewind.exchange.socket;

import org.jspecify.annotations.NullMarked;
