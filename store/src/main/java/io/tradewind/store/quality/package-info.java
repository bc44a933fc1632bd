/** What is wrong with a history of candles or fundings, and how much of it is sound. */
@NullMarked
package io.tradewind.store.quality;

import org.jspecify.annotations.NullMarked;
