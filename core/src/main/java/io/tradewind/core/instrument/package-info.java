/** What can be traded, and the rules that hold for it at a time. */
@NullMarked
package io.tradewind.core.instrument;

import org.jspecify.annotations.NullMarked;
