/** How good the signals of a strategy are. */
@NullMarked
package io.tradewind.core.quality;

import org.jspecify.annotations.NullMarked;
