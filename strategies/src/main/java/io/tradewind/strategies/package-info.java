/** Built-in strategies, and the one that follows a file of signals. */
@NullMarked
package io.tradewind.strategies;

import org.jspecify.annotations.NullMarked;
