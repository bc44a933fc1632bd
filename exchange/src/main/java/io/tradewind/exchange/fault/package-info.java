/** What goes wrong on purpose, carried out on the way between clients and the exchange. */
@NullMarked
package io.tradewind.exchange.fault;

import org.jspecify.annotations.NullMarked;
