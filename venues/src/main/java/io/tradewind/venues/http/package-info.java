/** Requests to any venue: retries, limits, breaker and bulkhead as one duty cycle over thin I/O. */
@NullMarked
package io.tradewind.venues.http;

import org.jspecify.annotations.NullMarked;
