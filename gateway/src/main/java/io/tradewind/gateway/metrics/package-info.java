/** How a session is told to Prometheus. */
@NullMarked
package io.tradewind.gateway.metrics;

import org.jspecify.annotations.NullMarked;
