/** The gate that every command passes, and its limits. */
@NullMarked
package io.tradewind.core.risk;

import org.jspecify.annotations.NullMarked;
