/** Every decision of the engine as a record, in sequence. */
@NullMarked
package io.tradewind.core.audit;

import org.jspecify.annotations.NullMarked;
