/** How a session stands, for those who look at it from outside. */
@NullMarked
package io.tradewind.core.status;

import org.jspecify.annotations.NullMarked;
