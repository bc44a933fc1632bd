/** What a session took in and what it asked for, in one order, on disk. */
@NullMarked
package io.tradewind.store.journal;

import org.jspecify.annotations.NullMarked;
