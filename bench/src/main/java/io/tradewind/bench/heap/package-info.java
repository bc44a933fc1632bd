/** What a trader holds in memory while simulated weeks go by. */
@NullMarked
package io.tradewind.bench.heap;

import org.jspecify.annotations.NullMarked;
