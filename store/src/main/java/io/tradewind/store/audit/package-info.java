/** What was decided and done, as a chain of lines on disk that shows whether one was changed. */
@NullMarked
package io.tradewind.store.audit;

import org.jspecify.annotations.NullMarked;
