/** What whoever runs the exchange may ask and change while it runs. */
@NullMarked
package io.tradewind.exchange.admin;

import org.jspecify.annotations.NullMarked;
