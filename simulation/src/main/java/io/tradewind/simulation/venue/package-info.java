/** The simulated venue on candles: docs/fill-rules.md is its law. */
@NullMarked
package io.tradewind.simulation.venue;

import org.jspecify.annotations.NullMarked;
