/** Benchmarks of the whole engine beside the bare loop and a peer. */
@NullMarked
package io.tradewind.bench;

import org.jspecify.annotations.NullMarked;
