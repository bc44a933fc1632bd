/** Where a running session is found, and how it is talked to. */
@NullMarked
package io.tradewind.gateway.session;

import org.jspecify.annotations.NullMarked;
