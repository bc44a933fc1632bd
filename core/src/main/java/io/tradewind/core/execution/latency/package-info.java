/** How long each step from market data to fill takes, as histograms. */
@NullMarked
package io.tradewind.core.execution.latency;

import org.jspecify.annotations.NullMarked;
