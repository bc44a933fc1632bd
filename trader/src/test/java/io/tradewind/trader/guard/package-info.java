/** Tests of guards, against the simulated exchange in virtual time. */
@NullMarked
package io.tradewind.trader.guard;

import org.jspecify.annotations.NullMarked;
