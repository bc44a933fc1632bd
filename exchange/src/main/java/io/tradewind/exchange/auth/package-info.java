/** Keys, and the signatures that requests carry. */
@NullMarked
package io.tradewind.exchange.auth;

import org.jspecify.annotations.NullMarked;
