/** How much disk a journal takes. */
@NullMarked
package io.tradewind.bench.journal;

import org.jspecify.annotations.NullMarked;
