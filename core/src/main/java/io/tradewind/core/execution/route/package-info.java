/** One order over several venues: the cheapest split, and its children until all are resolved. */
@NullMarked
package io.tradewind.core.execution.route;

import org.jspecify.annotations.NullMarked;
