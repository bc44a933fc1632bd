/** How large an entry may be: the sizing rules, the limits on a size, entry floors, leverage. */
@NullMarked
package io.tradewind.core.risk.sizing;

import org.jspecify.annotations.NullMarked;
