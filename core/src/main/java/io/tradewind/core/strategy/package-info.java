/** The API that a strategy's author sees. */
@NullMarked
package io.tradewind.core.strategy;

import org.jspecify.annotations.NullMarked;
