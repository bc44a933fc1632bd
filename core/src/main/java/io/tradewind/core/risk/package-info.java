/** The gate that every command passes, its limits, and the sizes before it. */
@NullMarked
package io.tradewind.core.risk;

import org.jspecify.annotations.NullMarked;
