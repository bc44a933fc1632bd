/** Where the stop of a position stands, and where its targets are. */
@NullMarked
package io.tradewind.core.stop;

import org.jspecify.annotations.NullMarked;
