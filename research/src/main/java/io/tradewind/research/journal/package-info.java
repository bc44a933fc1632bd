/** The journal of a run as a file. */
@NullMarked
package io.tradewind.research.journal;

import org.jspecify.annotations.NullMarked;
