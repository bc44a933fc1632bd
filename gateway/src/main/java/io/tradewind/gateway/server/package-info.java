/** The HTTP server. */
@NullMarked
package io.tradewind.gateway.server;

import org.jspecify.annotations.NullMarked;
