/** Signals: what a strategy thinks should be done, and why. */
@NullMarked
package io.tradewind.core.signal;

import org.jspecify.annotations.NullMarked;
