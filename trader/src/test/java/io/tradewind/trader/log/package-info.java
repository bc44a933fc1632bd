/** Tests of logs, on real files. */
@NullMarked
package io.tradewind.trader.log;

import org.jspecify.annotations.NullMarked;
