/** Contracts on margin: modes, what happens to them, where they are liquidated. */
@NullMarked
package io.tradewind.core.margin;

import org.jspecify.annotations.NullMarked;
