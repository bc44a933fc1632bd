/** Tests of what is measured. */
@NullMarked
package io.tradewind.trader.meter;

import org.jspecify.annotations.NullMarked;
