/** Capital between strategies that run side by side, and the choice between two versions of one. */
@NullMarked
package io.tradewind.core.allocation;

import org.jspecify.annotations.NullMarked;
