/** Strategies that a user wrote: compiled, examined and loaded from one source file. */
@NullMarked
package io.tradewind.research.strategyfile;

import org.jspecify.annotations.NullMarked;
