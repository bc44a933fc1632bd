/** Proofs that a strategy neither looks ahead nor hangs on where its history begins. */
@NullMarked
package io.tradewind.research.bias;

import org.jspecify.annotations.NullMarked;
