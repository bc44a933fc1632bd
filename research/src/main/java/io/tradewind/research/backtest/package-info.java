/** Backtest runs: data in, the engine over it, a result out. */
@NullMarked
package io.tradewind.research.backtest;

import org.jspecify.annotations.NullMarked;
