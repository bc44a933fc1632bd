/** Execution algorithms: how one order is worked as many, driven by events alone. */
@NullMarked
package io.tradewind.core.execution;

import org.jspecify.annotations.NullMarked;
